package dev.portico.catalog.internal;

import dev.portico.access.Access;
import dev.portico.access.ChangeGuard;
import dev.portico.access.Permission;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.internal.find.EntityJson;
import dev.portico.catalog.internal.store.EntityQueries;
import dev.portico.catalog.internal.store.EntityRecord;
import dev.portico.catalog.internal.store.RelationQueries;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import org.springframework.stereotype.Component;

/// Knows which source places an entity.
@Component
public final class EntityOrigins {

    private final Access access;
    private final ChangeGuard guard;
    private final EntityQueries entities;
    private final RelationQueries relations;

    EntityOrigins(Access access, ChangeGuard guard, EntityQueries entities, RelationQueries relations) {
        this.access = access;
        this.guard = guard;
        this.entities = entities;
        this.relations = relations;
    }

    /// The name of the source that places the entity, for a reader who may read it and do something with it.
    ///
    /// @throws Refusal.NotFound  when there is no such entity that the reader may read
    /// @throws Refusal.Forbidden when the reader may not do that with it
    public String source(EntityRef ref, Permission permission, Reader reader) {
        EntityRecord held = entities.record(ref).orElseThrow(() -> unknown(ref));
        EntityThing thing = EntityThing.of(held, EntityJson.descriptor(held.json()), relations.of(ref));
        if (!access.decide(reader, CatalogPermissions.READ_ENTITY, thing).allowed()) {
            guard.refused(reader, permission, thing.type(), thing.id());
            throw unknown(ref);
        }
        guard.require(reader, permission, thing);
        return held.source();
    }

    /// Whether a reader may do something with an entity that they may read; no one is told, and nothing is audited.
    public boolean allows(EntityRef ref, Permission permission, Reader reader) {
        return entities.record(ref)
                .map(held -> EntityThing.of(held, EntityJson.descriptor(held.json()), relations.of(ref)))
                .filter(thing -> access.decide(reader, permission, thing).allowed())
                .isPresent();
    }

    private static Refusal unknown(EntityRef ref) {
        return new Refusal.NotFound("entity-unknown", "There is no entity " + ref + " that you may read.");
    }
}
