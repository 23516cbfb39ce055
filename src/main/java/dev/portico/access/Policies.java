package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The policies: one in force, drafts that may become it, and those that were.
///
/// A draft is changed role by role. Whoever changes or publishes one names the version they saw, so that nobody writes
/// over what another did meanwhile. Changing takes `access.role.edit` for each role that is changed, publishing takes
/// `access.policy.publish` for each role that differs from what is in force. Nobody gives what they do not hold: all
/// that a change gives, takes or frees, by grants, members, inclusion or space, the reader has to hold already, under
/// the same conditions. Once published, a policy never changes. Each change writes its audit row in the same
/// transaction, and so does each attempt that is refused for want of rights; what is in force changes on every node
/// within a second.
///
/// The role `admin` allows everything in every policy and has no members: it is given to accounts and tokens, of which
/// one always remains.
public interface Policies {

    /// How many policies one call lists at most.
    int LONGEST_LIST = 100;

    /// How many roles a policy has at most.
    int MOST_ROLES = 2_000;

    /// How many grants, and how many members, a role has at most.
    int MOST_LINES = 500;

    /// Whether the reader may change some role at least, be it in one space only.
    boolean mayEdit(Reader reader);

    /// Whether the reader may change this role: never `admin`, which stays as it is. What a change may give is another
    /// question.
    boolean mayEdit(Reader reader, Role role);

    /// Whether the reader may change this draft: their own, or anybody's for who may change every role.
    boolean mayEdit(Reader reader, PolicySummary draft);

    /// Whether the reader may put changes of some role at least in force.
    boolean mayPublish(Reader reader);

    /// The policy in force.
    ///
    /// @throws Refusal.Forbidden where the reader may see no role at all
    PolicySummary inForce(Reader reader);

    /// All policies, newest first.
    ///
    /// @param before the number before which to go on; null to begin
    /// @param limit  how many at most, 1 to [#LONGEST_LIST]
    List<PolicySummary> list(Reader reader, @Nullable Integer before, int limit);

    /// One policy with the roles that the reader may see.
    ///
    /// @throws Refusal.NotFound where there is none of that number
    Policy policy(Reader reader, int number);

    /// Begins a draft.
    ///
    /// @param from the policy to begin with; null for the one in force
    /// @param note what the draft is for
    /// @throws Refusal.Forbidden where the reader may edit no role at all
    PolicySummary draft(Reader reader, @Nullable Integer from, String note);

    /// Puts a role into a draft, in place of the one of that name if there is one.
    ///
    /// @param version the version of the draft that the reader saw
    /// @throws Refusal.Conflict     where the draft was changed since, or is none any more
    /// @throws Refusal.InvalidInput where the role does not fit; the message names the place
    /// @throws Refusal.Forbidden    where the reader may not, or holds less than the change would give or take
    PolicySummary put(Reader reader, int number, int version, Role role);

    /// Puts roles into a draft in place of all that it has.
    ///
    /// @throws Refusal.Conflict     where the draft was changed since, or is none any more
    /// @throws Refusal.InvalidInput where they do not fit together
    /// @throws Refusal.Forbidden    where the reader may not, or holds less than the change would give or take
    PolicySummary replace(Reader reader, int number, int version, Collection<Role> roles);

    /// Takes a role out of a draft.
    ///
    /// @throws Refusal.Conflict  where the draft was changed since, or another role includes it
    /// @throws Refusal.Forbidden where the reader may not, or holds less than the role allows
    PolicySummary remove(Reader reader, int number, int version, String role);

    /// Says anew what a draft is for.
    PolicySummary note(Reader reader, int number, int version, String note);

    /// Gives a draft up.
    void discard(Reader reader, int number, int version);

    /// What differs between two policies, as far as the reader may see their roles.
    PolicyDifference difference(Reader reader, int from, int to);

    /// Puts a policy in force: a draft, or one that was in force before. The one in force until then is retired.
    ///
    /// @param version the version that the reader saw
    /// @param inForce the number of the policy in force that the reader compared it with
    /// @throws Refusal.Conflict     where either is no longer so
    /// @throws Refusal.InvalidInput where a role speaks of what is not there, such as a space that was deleted
    /// @throws Refusal.Forbidden    where the reader may not, or holds less than the change gives or takes
    PolicySummary publish(Reader reader, int number, int version, int inForce);
}
