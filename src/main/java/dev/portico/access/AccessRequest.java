package dev.portico.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody's request to be allowed something.
///
/// @param account     who asks
/// @param name        the name of that account
/// @param displayName the name to show
/// @param permission  what they want to do
/// @param space       where; null where it is about no space
/// @param thing       on what; null where it is about no single thing
/// @param reason      why
/// @param days        for how many days; null where they leave it open
/// @param expiresAt   when it counts as unanswered
/// @param decidedBy   the subject of who answered it, or of the account that took it back; null while it waits
/// @param decider     the name to show for that
/// @param answer      what was said to it; may be empty
/// @param role        the role that was given; null where none was
/// @param until       until when it was given
public record AccessRequest(
        UUID id,
        UUID account,
        String name,
        String displayName,
        String permission,
        @Nullable String space,
        @Nullable String thing,
        String reason,
        @Nullable Integer days,
        State state,
        Instant madeAt,
        Instant expiresAt,
        @Nullable String decidedBy,
        @Nullable String decider,
        @Nullable Instant decidedAt,
        String answer,
        @Nullable String role,
        @Nullable Instant until) {

    /// What has become of it.
    public enum State {
        /// Nobody has answered yet.
        WAITING,
        /// A role was given, for a time.
        APPROVED,
        /// It was refused, with a reason.
        DENIED,
        /// Whoever asked took it back.
        WITHDRAWN,
        /// Nobody answered in time.
        EXPIRED
    }

    /// What is asked, in one line: `catalog.source.register in payments`.
    public String words() {
        String where = space == null ? "" : " in " + space;
        return thing == null ? permission + where : permission + " on " + thing + where;
    }

    /// Whether a role was given and has not ended.
    public boolean given(Instant now) {
        return until != null && now.isBefore(until);
    }
}
