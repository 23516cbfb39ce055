package dev.portico.catalog.internal.find;

import dev.portico.access.Permission;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Problem;
import dev.portico.catalog.ProblemKind;
import dev.portico.catalog.internal.store.EntityQueries;
import dev.portico.catalog.internal.store.EntityRecord;
import dev.portico.catalog.internal.store.LinkProblems;
import dev.portico.catalog.internal.store.ProblemQueries;
import dev.portico.catalog.internal.store.RelationQueries;
import dev.portico.catalog.internal.store.RelationQueries.RelationRow;
import dev.portico.search.Json;
import dev.portico.search.sources.DocumentField;
import dev.portico.search.sources.DocumentSource;
import dev.portico.search.sources.SearchDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The catalog's entities as documents of the index, by ref. Four queries for a thousand.
@Component
final class EntityDocuments implements DocumentSource {

    private final EntityQueries entities;
    private final RelationQueries relations;
    private final ProblemQueries problems;
    private final LinkProblems links;
    private final JsonMapper json;

    EntityDocuments(
            EntityQueries entities,
            RelationQueries relations,
            ProblemQueries problems,
            LinkProblems links,
            JsonMapper json) {
        this.entities = entities;
        this.relations = relations;
        this.problems = problems;
        this.links = links;
        this.json = json;
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
    public String topic() {
        return CatalogEvents.ENTITIES;
    }

    @Override
    public List<String> listed() {
        return EntityFields.LISTED;
    }

    @Override
    public Set<String> guarded() {
        return EntityFields.GUARDED;
    }

    @Override
    public Json without(Json entity, Set<DocumentField> hidden) {
        return Json.of(EntityJson.without(
                entity.bytes(),
                (type, target) -> hidden.contains(DocumentField.guarded(EntityFields.RELATIONS + type, target))));
    }

    @Override
    public List<SearchDocument> documents(Collection<String> refs) {
        Map<String, Set<RelationRow>> related = relations.of(refs);
        Map<String, List<Problem>> found = problems.ofEntities(refs);
        Map<String, Set<ProblemKind>> broken = links.kinds(refs);
        List<SearchDocument> documents = new ArrayList<>(refs.size());
        for (EntityRecord entity : entities.records(refs)) {
            String ref = entity.summary().ref().toString();
            List<Problem> problem = found.getOrDefault(ref, List.of());
            Set<ProblemKind> wrong = EnumSet.noneOf(ProblemKind.class);
            wrong.addAll(broken.getOrDefault(ref, Set.of()));
            if (!problem.isEmpty()) {
                wrong.add(ProblemKind.DESCRIPTOR);
            }
            if (entity.summary().orphan()) {
                wrong.add(ProblemKind.ORPHAN);
            }
            documents.add(document(entity, related.getOrDefault(ref, Set.of()), problem, wrong));
        }
        return documents;
    }

    @Override
    public void ids(Consumer<List<String>> part) {
        entities.refs(part);
    }

    @Override
    public long count() {
        return entities.count();
    }

    private SearchDocument document(
            EntityRecord entity, Set<RelationRow> related, List<Problem> found, Set<ProblemKind> wrong) {
        EntitySummary summary = entity.summary();
        JsonNode descriptor = EntityJson.descriptor(entity.json());
        ObjectNode whole = EntityJson.whole(descriptor, entity, related, found);
        return new SearchDocument(
                summary.ref().toString(),
                Json.of(json.writeValueAsBytes(whole)),
                Json.of(json.writeValueAsBytes(summary)),
                EntityFields.of(whole, related, summary, entity.source(), wrong),
                EntityTexts.of(whole, summary));
    }
}
