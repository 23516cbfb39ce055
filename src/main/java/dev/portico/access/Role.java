package dev.portico.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people may, by a name.
///
/// @param name        1 to 63 of `a-z`, `0-9`, `.`, `_` and `-`
/// @param description what the role is for, as a sentence
/// @param includes    the roles whose grants it has too; never in a circle
/// @param space       the space that it holds in; null for everywhere
/// @param members     who holds it, beside the accounts and tokens that it was given to
/// @param grants      what it allows and denies
public record Role(
        String name,
        String description,
        Set<String> includes,
        @Nullable String space,
        List<RoleMember> members,
        List<Grant> grants) {

    public Role {
        includes = Set.copyOf(includes);
        members = List.copyOf(members);
        grants = List.copyOf(grants);
    }

    /// The same role with other words on what it is for.
    public Role described(String words) {
        return new Role(name, words, includes, space, members, grants);
    }

    /// The same role with other grants.
    public Role granting(List<Grant> others) {
        return new Role(name, description, includes, space, members, others);
    }

    /// The same role with other members.
    public Role heldBy(List<RoleMember> others) {
        return new Role(name, description, includes, space, others, grants);
    }
}
