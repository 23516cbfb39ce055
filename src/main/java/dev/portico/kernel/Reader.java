package dev.portico.kernel;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asks. Made by `access` for each request or job, and passed to every front door that reads or writes.
///
/// @param subject what audit rows and logs call this reader: `account:jane`, `token:ci`, `system:sources`
/// @param account the account behind the request, or null for a service token or a job of Portico's own
/// @param name    the name to show
/// @param user    the User entity of the account, or null where there is none
/// @param groups  the groups of that user with all their ancestors
/// @param roles   the names of the roles that the account or service token has itself; a policy may give more
/// @param scopes  the permissions that the reader's token is limited to; null where nothing limits them
/// @param spaces  the spaces to whose things the reader's token is limited; null where none limits it
public record Reader(
        String subject,
        @Nullable UUID account,
        String name,
        @Nullable EntityRef user,
        Set<EntityRef> groups,
        Set<String> roles,
        @Nullable Set<String> scopes,
        @Nullable Set<String> spaces) {

    public Reader {
        groups = Set.copyOf(groups);
        roles = Set.copyOf(roles);
        scopes = scopes == null ? null : Set.copyOf(scopes);
        spaces = spaces == null ? null : Set.copyOf(spaces);
    }

    /// A reader who is limited to no space.
    public Reader(
            String subject,
            @Nullable UUID account,
            String name,
            @Nullable EntityRef user,
            Set<EntityRef> groups,
            Set<String> roles,
            @Nullable Set<String> scopes) {
        this(subject, account, name, user, groups, roles, scopes, null);
    }

    /// The same reader, limited to what belongs to a space.
    public Reader within(String limit) {
        return within(Set.of(limit));
    }

    /// The same reader, limited to what belongs to one of these spaces. Whoever is limited already reaches no other.
    public Reader within(Set<String> limits) {
        Set<String> both = new HashSet<>(limits);
        if (spaces != null) {
            both.retainAll(spaces);
        }
        return new Reader(subject, account, name, user, groups, roles, scopes, both);
    }

    /// A job of Portico's own, which holds every right.
    ///
    /// @param job the job's name, such as `sources`
    public static Reader system(String job) {
        return new Reader("system:" + job, null, "Portico", null, Set.of(), Set.of("admin"), null);
    }

    /// Nobody in particular: a request that carries no credentials. Holds no role.
    public static Reader anonymous() {
        return new Reader("anonymous", null, "Anonymous", null, Set.of(), Set.of(), null);
    }

    /// The User entity of the account, where there is one.
    public Optional<EntityRef> userEntity() {
        return Optional.ofNullable(user);
    }

    /// Whether the reader is the given owner, or one of the reader's groups is.
    public boolean owns(EntityRef owner) {
        return owner.equals(user) || groups.contains(owner);
    }
}
