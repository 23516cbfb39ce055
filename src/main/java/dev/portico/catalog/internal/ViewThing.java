package dev.portico.catalog.internal;

import dev.portico.access.Rule;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.kernel.Thing;
import java.util.Collection;
import java.util.List;

/// A view as the thing that a decision is about. It belongs to its space.
record ViewThing(String id, String space) implements Thing {

    @Override
    public String type() {
        return CatalogPermissions.VIEW;
    }

    @Override
    public Collection<String> values(String path) {
        return path.equals(Rule.OWNERS) ? List.of(Rule.SpaceIs.OF_SPACE + space) : List.of();
    }
}
