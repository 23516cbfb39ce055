package dev.portico.notifications;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The inboxes. Everybody reads their own and no other; whoever comes without an account has none.
public interface Notifications {

    /// How many notifications one call lists at most.
    int LONGEST_LIST = 200;

    /// Tells accounts something, each once. In the caller's transaction where there is one: what is rolled back was not
    /// sent. Open pages show it within a second.
    void send(Collection<UUID> accounts, NewNotification notification);

    /// Marks as read, in all inboxes, what leads to this link: there is nothing to do there any more.
    ///
    /// @param link relative to the portal's root, as it was sent
    void settle(String link);

    /// How many notifications the reader has not read.
    long unread(Reader reader);

    /// The reader's notifications, newest first.
    ///
    /// @param unread whether to leave out what was read
    /// @param after  the notification after which to go on; null to begin
    /// @param limit  how many at most, 1 to [#LONGEST_LIST]
    List<Notification> list(Reader reader, boolean unread, @Nullable UUID after, int limit);

    /// Marks one of the reader's notifications as read or as not read.
    ///
    /// @throws Refusal.NotFound where the reader has none of that id
    void mark(Reader reader, UUID id, boolean read);

    /// Marks all of the reader's notifications as read.
    void markAllRead(Reader reader);
}
