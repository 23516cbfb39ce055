package dev.portico.access.internal;

import dev.portico.access.Rule;
import dev.portico.access.Space;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Thing;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// A space as the thing that a decision is about. It belongs to itself, and its root groups own it.
record SpaceThing(Space space) implements Thing {

    @Override
    public String type() {
        return AccessPermissions.SPACE;
    }

    @Override
    public String id() {
        return space.name();
    }

    @Override
    public Collection<String> values(String path) {
        return path.equals(Rule.OWNERS)
                ? Stream.concat(
                                Stream.of(Rule.SpaceIs.OF_SPACE + space.name()),
                                space.groups().stream().map(EntityRef::toString))
                        .toList()
                : List.of();
    }
}
