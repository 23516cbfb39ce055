package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests for access: whoever is refused asks, and whoever may grant it answers.
///
/// Everybody with an account asks, sees and takes back their own. Others' requests are seen by whoever holds
/// `access.policy.read` where they are about, in that space or everywhere. Approving makes the account a member of a
/// role for a time, by a change of the policy in force: it takes `access.role.edit` and `access.policy.publish` for
/// that role, and nobody gives what they do not hold. Denying takes `access.role.edit`. Nobody answers their own
/// request, and of several who answer at the same moment one succeeds. Every change is audited, and so is every
/// refused attempt at one.
public interface AccessRequests {

    /// How many requests one call lists at most.
    int LONGEST_LIST = 200;

    /// How many characters a reason has at most.
    int LONGEST_REASON = 500;

    /// Asks. Whoever has asked for the same permission in the same space already, and waits, is given that request.
    ///
    /// @throws Refusal.InvalidInput where there is no such permission or space, or the reason does not fit
    /// @throws Refusal.NotFound     where the reader may not know of the thing, or has no account
    /// @throws Refusal.Conflict     where the reader may do it already, or has asked for too much
    AccessRequest ask(Reader reader, NewAccessRequest asked);

    /// What asking would bring: the role that would give it and adds least to what the reader has. Whoever answers may
    /// give another one. Roles of spaces are told only to who may see them; none where no role is left.
    ///
    /// @param asked what the reader wants; its reason and days are not looked at
    /// @throws Refusal.InvalidInput where there is no such permission or space
    /// @throws Refusal.NotFound     where the reader may not know of the thing, or has no account
    /// @throws Refusal.Conflict     where the reader may do it already
    Optional<RoleOption> least(Reader reader, NewAccessRequest asked);

    /// The reader's own requests, newest first.
    List<AccessRequest> own(Reader reader, @Nullable UUID after, int limit);

    /// Takes one's own request back.
    ///
    /// @throws Refusal.NotFound where the reader has none of that id
    /// @throws Refusal.Conflict where it does not wait any more
    AccessRequest withdraw(Reader reader, UUID id);

    /// The requests that the reader may see, newest first.
    ///
    /// @param states those of them in one of these states
    /// @param who    of accounts in whose name or display name this stands; empty for all
    /// @throws Refusal.Forbidden where the reader may see none at all
    List<AccessRequest> list(
            Reader reader, Set<AccessRequest.State> states, String who, @Nullable UUID after, int limit);

    /// How many requests wait that the reader may see.
    long waiting(Reader reader);

    /// One request, one's own or another's.
    ///
    /// @throws Refusal.NotFound where there is none that the reader may see
    AccessRequest request(Reader reader, UUID id);

    /// The roles that would give what a waiting request asks, those that add least to what its asker has first. None
    /// where it does not wait any more.
    ///
    /// @throws Refusal.NotFound where there is no request that the reader may see
    List<RoleOption> options(Reader reader, UUID id);

    /// Gives a role until a moment.
    ///
    /// @param role  one of the options
    /// @param until when it ends by itself
    /// @param words what to say to it; may be empty
    /// @throws Refusal.Conflict     where it does not wait any more
    /// @throws Refusal.InvalidInput where the role is none of the options, or the moment does not fit
    /// @throws Refusal.Forbidden    where the reader may not, or holds less than the role allows
    AccessRequest approve(Reader reader, UUID id, String role, Instant until, String words);

    /// Refuses a request.
    ///
    /// @param words why
    /// @throws Refusal.Conflict  where it does not wait any more
    /// @throws Refusal.Forbidden where the reader may not
    AccessRequest deny(Reader reader, UUID id, String words);
}
