package dev.portico.specification;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who may do what, as data: roles with their members and grants, and spaces with their root groups.
///
/// @param spaces name → refs of the root groups
public record Policy(List<Role> roles, Map<String, Set<String>> spaces) {

    /// Stands among the members of a role for everyone who is signed in.
    public static final String EVERYONE = "everyone";

    public Policy {
        roles = List.copyOf(roles);
        spaces = Map.copyOf(spaces);
    }

    /// @param members refs of users and groups, or [#EVERYONE]
    /// @param space the space that the role holds in, empty for everywhere
    public record Role(String name, Set<String> members, String space, List<Grant> grants) {
        public Role {
            members = Set.copyOf(members);
            grants = List.copyOf(grants);
        }
    }

    /// @param permission a permission, or a pattern that ends in `*`
    /// @param allow whether it allows; else it denies
    public record Grant(String permission, boolean allow, Condition where) {}
}
