package dev.portico.catalog.internal;

import dev.portico.access.Permission;
import dev.portico.access.things.ThingSource;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.internal.find.EntityJson;
import dev.portico.catalog.internal.store.EntityQueries;
import dev.portico.catalog.internal.store.RelationQueries;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The entities as what decisions are explained for.
@Component
final class EntityThings implements ThingSource {

    private final EntityQueries entities;
    private final RelationQueries relations;

    EntityThings(EntityQueries entities, RelationQueries relations) {
        this.entities = entities;
        this.relations = relations;
    }

    @Override
    public String type() {
        return CatalogPermissions.ENTITY;
    }

    @Override
    public Permission permission() {
        return CatalogPermissions.READ_ENTITY;
    }

    @Override
    public Optional<Thing> thing(String id) {
        return parsed(id).flatMap(ref -> entities.record(ref)
                .map(held -> EntityThing.of(held, EntityJson.descriptor(held.json()), relations.of(ref))));
    }

    private static Optional<EntityRef> parsed(String id) {
        try {
            return Optional.of(EntityRef.parse(id));
        } catch (Refusal.InvalidInput noReference) {
            return Optional.empty();
        }
    }
}
