package dev.portico.catalog.internal;

import dev.portico.access.spaces.SpaceContents;
import dev.portico.catalog.internal.store.RelationQueries;
import dev.portico.kernel.EntityRef;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The catalog's groups as what spaces are made of.
@Component
final class CatalogSpaces implements SpaceContents {

    private final RelationQueries relations;

    CatalogSpaces(RelationQueries relations) {
        this.relations = relations;
    }

    @Override
    public Set<EntityRef> withGroupsBelow(Set<EntityRef> roots) {
        return relations.groupsBelow(roots);
    }
}
