package dev.portico.access;

import dev.portico.access.Explanation.Way;
import dev.portico.kernel.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who holds roles and what they grant: the members that a policy names, and the accounts and service tokens that were
/// given a role.
public interface RoleHolders {

    /// How many holders of a role are named at most.
    int MOST = 500;

    /// How many enabled accounts and living service tokens were given each role that the reader may see, by its name;
    /// without roles that nobody was given. One question to the database.
    ///
    /// @throws dev.portico.kernel.Refusal.Forbidden where the reader may see no role at all
    Map<String, Given> given(Reader reader);

    /// Who holds a role by a policy, be it by a role that includes it, on every such way; as far as the reader
    /// may see those roles. Service tokens that were given it are named to whoever manages those of everybody, and
    /// counted for others.
    ///
    /// @throws dev.portico.kernel.Refusal.NotFound where there is no such policy, or no such role that the reader
    /// may see
    List<Holder> holders(Reader reader, int policy, String role);

    /// Who holds what a permission or pattern spans, or is denied it, by which grant of which role; as far as the
    /// reader may see those roles. In the order of the roles.
    List<GrantHolders> grants(Reader reader, int policy, String pattern);

    /// How many were given a role.
    record Given(long accounts, long tokens) {

        /// Nobody was.
        public static final Given NOBODY = new Given(0, 0);
    }

    /// Who holds a role.
    ///
    /// @param way     whether it is an account, a token, a person, a group or everyone
    /// @param name    the name of the account or token, or the ref; empty for everyone, and for counted tokens
    /// @param label    what to call it, or how many tokens
    /// @param accounts how many enabled accounts hold it on that way, with those of groups below; none for a
    ///                 token, and for somebody of the catalog who has no account yet
    /// @param through  the role that they have, which includes the one in question; the same where they have it
    ///                itself
    /// @param space   the space that it holds in on that way; null for everywhere
    /// @param until   when it ends; null where it does not
    record Holder(
            Way way,
            String name,
            String label,
            int accounts,
            String through,
            @Nullable String space,
            @Nullable Instant until) {}

    /// A grant and who holds it.
    record GrantHolders(String role, Grant grant, List<Holder> holders) {
        public GrantHolders {
            holders = List.copyOf(holders);
        }
    }
}
