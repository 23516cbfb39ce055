package dev.portico.access.internal;

import dev.portico.access.Rule;
import dev.portico.kernel.Thing;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// A token as the thing that a decision is about, as far as it belongs to these spaces. One that no space limits
/// belongs to none.
record TokenThing(String id, Set<String> spaces) implements Thing {

    TokenThing {
        spaces = Set.copyOf(spaces);
    }

    @Override
    public String type() {
        return AccessPermissions.TOKEN;
    }

    @Override
    public Collection<String> values(String path) {
        return path.equals(Rule.OWNERS)
                ? spaces.stream().map(space -> Rule.SpaceIs.OF_SPACE + space).toList()
                : List.of();
    }
}
