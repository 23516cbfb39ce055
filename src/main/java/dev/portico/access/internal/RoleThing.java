package dev.portico.access.internal;

import dev.portico.access.Role;
import dev.portico.access.Rule;
import dev.portico.kernel.Thing;
import java.util.Collection;
import java.util.List;

/// A role as the thing that a decision is about. That of a space belongs to the space.
record RoleThing(Role role) implements Thing {

    @Override
    public String type() {
        return AccessPermissions.ROLE;
    }

    @Override
    public String id() {
        return role.name();
    }

    @Override
    public Collection<String> values(String path) {
        String space = role.space();
        return path.equals(Rule.OWNERS) && space != null ? List.of(Rule.SpaceIs.OF_SPACE + space) : List.of();
    }
}
