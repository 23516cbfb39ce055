package dev.portico.catalog.internal;

import dev.portico.access.Access;
import dev.portico.access.Decision;
import dev.portico.access.Scope;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.Entity;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Problem;
import dev.portico.catalog.Relation;
import dev.portico.catalog.RelationType;
import dev.portico.catalog.Revision;
import dev.portico.catalog.RevisionPage;
import dev.portico.catalog.internal.find.EntityJson;
import dev.portico.catalog.internal.find.EntityLists;
import dev.portico.catalog.internal.links.LinkReport;
import dev.portico.catalog.internal.store.EntityQueries;
import dev.portico.catalog.internal.store.EntityRecord;
import dev.portico.catalog.internal.store.ProblemQueries;
import dev.portico.catalog.internal.store.RelationQueries;
import dev.portico.catalog.internal.store.RelationQueries.RelationRow;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts one entity together for a reader who may read it.
@Component
public final class EntityReading {

    private static final RevisionPage NO_HISTORY = new RevisionPage(List.of(), 0);

    private static final int REVISIONS = 100;

    private final Access access;
    private final EntityQueries entities;
    private final RelationQueries relations;
    private final ProblemQueries problems;
    private final EntityLists lists;
    private final LinkReport links;

    EntityReading(
            Access access,
            EntityQueries entities,
            RelationQueries relations,
            ProblemQueries problems,
            EntityLists lists,
            LinkReport links) {
        this.access = access;
        this.entities = entities;
        this.relations = relations;
        this.problems = problems;
        this.lists = lists;
        this.links = links;
    }

    /// The entity; empty where there is none or the reader may not read it. Five queries.
    public Optional<Entity> read(EntityRef ref, Reader reader) {
        return entities.record(ref).flatMap(held -> {
            Set<RelationRow> rows = relations.of(ref);
            JsonNode descriptor = EntityJson.descriptor(held.json());
            EntityThing thing = EntityThing.of(held, descriptor, rows);
            return access.decide(reader, CatalogPermissions.READ_ENTITY, thing).allowed()
                    ? Optional.of(entity(held, descriptor, seen(rows, reader), reader))
                    : Optional.empty();
        });
    }

    /// Why the reader may read the entity; empty where there is none or the reader may not. Three queries.
    public Optional<Decision> decision(EntityRef ref, Reader reader) {
        return entities.record(ref)
                .map(held -> {
                    EntityThing thing = EntityThing.of(held, EntityJson.descriptor(held.json()), relations.of(ref));
                    return access.decide(reader, CatalogPermissions.READ_ENTITY, thing);
                })
                .filter(Decision::allowed);
    }

    /// Whether there is such an entity that the reader may read.
    public boolean readable(EntityRef ref, Reader reader) {
        return decision(ref, reader).isPresent();
    }

    /// Those of a handful of entities that the reader may read, as the database has them at this moment, by ref. Costs
    /// a query, and one more for each.
    public Map<EntityRef, EntitySummary> readable(Collection<EntityRef> refs, Reader reader) {
        Map<EntityRef, EntitySummary> readable = new LinkedHashMap<>();
        for (EntityRecord held :
                entities.records(refs.stream().map(EntityRef::toString).toList())) {
            EntityRef ref = held.summary().ref();
            EntityThing thing = EntityThing.of(held, EntityJson.descriptor(held.json()), relations.of(ref));
            if (access.decide(reader, CatalogPermissions.READ_ENTITY, thing).allowed()) {
                readable.put(ref, held.summary());
            }
        }
        return readable;
    }

    /// Passes where there is such an entity that the reader may read.
    ///
    /// @throws Refusal.NotFound where not
    public void requireReadable(EntityRef ref, Reader reader) {
        if (!readable(ref, reader)) {
            throw new Refusal.NotFound("entity-unknown", "There is no entity " + ref + " that you may read.");
        }
    }

    /// The revisions of an entity that the reader may read, newest first. Each is judged by what it said itself, with
    /// the owner that it named: an entity that is public now may have been private. Where the newest may not be
    /// read, none may. Reads all of them where the reader's right is conditional.
    public RevisionPage history(EntityRef ref, int offset, int limit, Reader reader) {
        Scope scope = access.scope(reader, CatalogPermissions.READ_ENTITY);
        if (scope instanceof Scope.None) {
            return NO_HISTORY;
        }
        if (scope instanceof Scope.All) {
            return new RevisionPage(entities.revisions(ref, offset, limit), entities.revisionCount(ref));
        }
        Set<RelationRow> rows = relations.of(ref);
        List<Revision> page = new ArrayList<>();
        int readable = 0;
        int from = 0;
        for (List<Revision> some = entities.revisions(ref, 0, REVISIONS);
                !some.isEmpty();
                some = entities.revisions(ref, from, REVISIONS)) {
            from += some.size();
            for (Revision revision : some) {
                if (readable(ref, revision, rows, reader)) {
                    if (readable >= offset && page.size() < limit) {
                        page.add(revision);
                    }
                    readable++;
                } else if (readable == 0) {
                    return NO_HISTORY;
                }
            }
        }
        return new RevisionPage(page, readable);
    }

    private boolean readable(EntityRef ref, Revision revision, Set<RelationRow> rows, Reader reader) {
        JsonNode said = EntityJson.descriptor(revision.json());
        EntityThing thing = new EntityThing(ref, said, owned(ref, said, rows), false);
        return access.decide(reader, CatalogPermissions.READ_ENTITY, thing).allowed();
    }

    /// The relations of an entity with the owner that a revision named.
    private static Set<RelationRow> owned(EntityRef ref, JsonNode said, Set<RelationRow> rows) {
        String forward = RelationType.OWNED_BY.forward();
        Set<RelationRow> then =
                rows.stream().filter(row -> !row.type().equals(forward)).collect(Collectors.toCollection(TreeSet::new));
        owner(ref, said.path("spec").path("owner").asString(""))
                .ifPresent(owner -> then.add(new RelationRow(forward, owner.toString(), true)));
        return then;
    }

    /// The owner that a text names; empty where it names none.
    private static Optional<EntityRef> owner(EntityRef ref, String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(EntityRef.parse(text, "group", ref.namespace()));
        } catch (Refusal.InvalidInput noReference) {
            return Optional.empty();
        }
    }

    private Entity entity(EntityRecord held, JsonNode descriptor, Set<RelationRow> rows, Reader reader) {
        List<Problem> found = problems(held.summary().ref(), reader);
        ObjectNode whole = EntityJson.whole(descriptor, held, rows, found);
        return new Entity(
                held.summary(),
                whole.toString(),
                relations(rows, reader),
                found,
                whole.path("metadata").path("etag").asString(),
                held.source(),
                held.location(),
                held.viewUrl(),
                held.lastRead());
    }

    private List<Problem> problems(EntityRef ref, Reader reader) {
        List<Problem> found = new ArrayList<>(problems.ofEntity(ref));
        found.addAll(links.ofEntity(ref, refs -> lists.byRefs(refs, reader).keySet()));
        return found;
    }

    /// The relations that the reader may know of: those that the entity states, and those whose other end may be read.
    private Set<RelationRow> seen(Set<RelationRow> rows, Reader reader) {
        Set<EntityRef> others = rows.stream()
                .filter(row -> !row.stated())
                .map(row -> EntityRef.parse(row.target()))
                .collect(Collectors.toSet());
        if (others.isEmpty() || access.scope(reader, CatalogPermissions.READ_ENTITY) instanceof Scope.All) {
            return rows;
        }
        Set<EntityRef> readable = lists.byRefs(others, reader).keySet();
        return rows.stream()
                .filter(row -> row.stated() || readable.contains(EntityRef.parse(row.target())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Relation> relations(Set<RelationRow> rows, Reader reader) {
        Set<EntityRef> targets =
                rows.stream().map(row -> EntityRef.parse(row.target())).collect(Collectors.toSet());
        Map<EntityRef, EntitySummary> readable = lists.byRefs(targets, reader);
        return rows.stream()
                .map(row -> {
                    EntityRef target = EntityRef.parse(row.target());
                    return new Relation(row.type(), target, readable.get(target));
                })
                .toList();
    }
}
