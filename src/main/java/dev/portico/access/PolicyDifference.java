package dev.portico.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one policy has that another has not.
///
/// @param from  the number of the one
/// @param to    the number of the other
/// @param roles the roles that differ, in the order of their names
public record PolicyDifference(int from, int to, List<RoleDifference> roles) {

    public PolicyDifference {
        roles = List.copyOf(roles);
    }

    /// What differs in a role.
    ///
    /// @param before as the one policy has it; null where it has none
    /// @param after  as the other has it; null where it has none
    public record RoleDifference(
            String name, @Nullable Role before, @Nullable Role after) {

        /// The grants that only the other has.
        public List<Grant> grantsAdded() {
            return without(grants(after), grants(before));
        }

        /// The grants that only the one has.
        public List<Grant> grantsRemoved() {
            return without(grants(before), grants(after));
        }

        /// The members that only the other has.
        public List<RoleMember> membersAdded() {
            return without(members(after), members(before));
        }

        /// The members that only the one has.
        public List<RoleMember> membersRemoved() {
            return without(members(before), members(after));
        }

        /// The roles that only the other includes.
        public List<String> includesAdded() {
            return without(includes(after), includes(before)).stream().sorted().toList();
        }

        /// The roles that only the one includes.
        public List<String> includesRemoved() {
            return without(includes(before), includes(after)).stream().sorted().toList();
        }

        private static List<Grant> grants(@Nullable Role role) {
            return role == null ? List.of() : role.grants();
        }

        private static List<RoleMember> members(@Nullable Role role) {
            return role == null ? List.of() : role.members();
        }

        private static List<String> includes(@Nullable Role role) {
            return role == null ? List.of() : List.copyOf(role.includes());
        }

        private static <T> List<T> without(List<T> all, List<T> others) {
            Set<T> left = Set.copyOf(others);
            return all.stream().filter(one -> !left.contains(one)).toList();
        }
    }
}
