package dev.portico.catalog.internal;

import dev.portico.access.Rule;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourceDefinition;
import dev.portico.kernel.Thing;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source as the thing that a decision is about. It belongs to its space, if it has one.
record SourceThing(String name, @Nullable String space) implements Thing {

    static SourceThing of(SourceDefinition source) {
        return new SourceThing(source.name(), source.space());
    }

    @Override
    public String type() {
        return CatalogPermissions.SOURCE;
    }

    @Override
    public String id() {
        return name;
    }

    @Override
    public Collection<String> values(String path) {
        return path.equals(Rule.OWNERS) && space != null ? List.of(Rule.SpaceIs.OF_SPACE + space) : List.of();
    }
}
