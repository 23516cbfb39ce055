package dev.portico.catalog.internal;

import dev.portico.access.Permission;
import dev.portico.access.Scope;
import dev.portico.access.things.ThingSource;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.internal.find.EntityJson;
import dev.portico.catalog.internal.store.EntityQueries;
import dev.portico.catalog.internal.store.EntityRecord;
import dev.portico.catalog.internal.store.RelationQueries;
import dev.portico.catalog.internal.store.RelationQueries.RelationRow;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import dev.portico.search.Hit;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.Suggestion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The entities as what decisions are explained for.
@Component
final class EntityThings implements ThingSource {

    private final EntityQueries entities;
    private final RelationQueries relations;
    private final Search search;

    EntityThings(EntityQueries entities, RelationQueries relations, Search search) {
        this.entities = entities;
        this.relations = relations;
        this.search = search;
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

    @Override
    public Map<String, Thing> things(Collection<String> ids) {
        List<EntityRecord> held = entities.records(ids);
        List<String> refs =
                held.stream().map(record -> record.summary().ref().toString()).toList();
        Map<String, Set<RelationRow>> related = relations.of(refs);
        Map<String, Thing> things = new HashMap<>();
        for (EntityRecord record : held) {
            String ref = record.summary().ref().toString();
            things.put(
                    ref,
                    EntityThing.of(record, EntityJson.descriptor(record.json()), related.getOrDefault(ref, Set.of())));
        }
        return things;
    }

    @Override
    public Optional<Reached> reached(Reader subject, Scope scope, int limit, Reader asker) {
        Results results = search.reached(type(), subject, scope, limit, asker);
        return Optional.of(new Reached(
                results.total(), results.hits().stream().map(Hit::id).toList()));
    }

    @Override
    public List<String> meant(String typed, int limit, Reader asker) {
        return search.suggest(typed, Set.of(type()), limit, asker).stream()
                .map(Suggestion::id)
                .toList();
    }

    private static Optional<EntityRef> parsed(String id) {
        try {
            return Optional.of(EntityRef.parse(id));
        } catch (Refusal.InvalidInput noReference) {
            return Optional.empty();
        }
    }
}
