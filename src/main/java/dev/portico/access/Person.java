package dev.portico.access;

import dev.portico.access.Explanation.HeldRole;
import dev.portico.kernel.EntityRef;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An account with who stands behind it.
///
/// @param user   the User entity that it belongs to; null where there is none that the reader may read
/// @param groups the groups of that user with all above them, as far as the reader may read them
/// @param roles  the roles held and how, in the order of their names, as far as the reader may know of them
public record Person(AccountSummary account, @Nullable EntityRef user, Set<EntityRef> groups, List<HeldRole> roles) {
    public Person {
        groups = Set.copyOf(groups);
        roles = List.copyOf(roles);
    }
}
