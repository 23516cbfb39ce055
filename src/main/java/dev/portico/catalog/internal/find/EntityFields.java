package dev.portico.catalog.internal.find;

import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.ProblemKind;
import dev.portico.catalog.RelationType;
import dev.portico.catalog.internal.store.RelationQueries.RelationRow;
import dev.portico.search.sources.DocumentField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The values of an entity by path.
///
/// Scalars are values at their path; those of a list are values at the list's path, and each text in it is moreover a
/// path of its own that is `true`. Relations are values by type. Source: the way Backstage's catalog flattens entities
/// for its filters; values of any length are kept.
final class EntityFields {

    /// Paths that Portico adds.
    static final String LABEL = "portico.label";

    static final String SOURCE = "portico.source";
    static final String UPDATED = "portico.updated";
    static final String PROBLEMS = "portico.problems";
    static final String PROBLEM = "portico.problem";
    static final String SYSTEM = "portico.system";

    /// What lists are counted, narrowed and ordered by.
    static final List<String> LISTED = List.of(
            "kind",
            "metadata.name",
            "metadata.namespace",
            "metadata.title",
            "metadata.uid",
            "metadata.tags",
            "spec.type",
            "spec.lifecycle",
            "spec.owner",
            "spec.system",
            "relations.ownedBy",
            "relations.partOf",
            LABEL,
            SOURCE,
            UPDATED,
            PROBLEMS,
            PROBLEM,
            SYSTEM);

    static final String RELATIONS = "relations.";

    /// Where there may be relations that only the other end states.
    static final Set<String> GUARDED = guardedPaths();

    private final List<DocumentField> fields = new ArrayList<>();

    private EntityFields() {}

    /// @param whole     the entity as it is given out
    /// @param relations its relations, those that only the other end states being guarded
    /// @param summary   its row in a list
    /// @param source    the name of the source that places it
    /// @param wrong     what is wrong with it
    static List<DocumentField> of(
            JsonNode whole, Set<RelationRow> relations, EntitySummary summary, String source, Set<ProblemKind> wrong) {
        EntityFields all = new EntityFields();
        whole.properties().forEach(field -> {
            switch (field.getKey()) {
                case "status", "attachments", "relations" -> {
                    // the first two are not looked for; relations are added with who states them
                }
                case "metadata" ->
                    field.getValue().properties().forEach(inner -> {
                        if (!inner.getKey().equals("etag")) {
                            all.add("metadata." + inner.getKey(), inner.getValue());
                        }
                    });
                default -> all.add(field.getKey(), field.getValue());
            }
        });
        relations.forEach(all::relation);
        all.stated(LABEL, summary.label());
        all.stated(SOURCE, source);
        all.stated(UPDATED, summary.updated().toString());
        if (summary.problems() > 0) {
            all.stated(PROBLEMS, Integer.toString(summary.problems()));
            all.stated(PROBLEM, ProblemKind.ANY);
        }
        if (summary.errors() > 0) {
            all.stated(PROBLEM, ProblemKind.ERROR);
        }
        wrong.forEach(kind -> all.stated(PROBLEM, kind.value()));
        if (summary.system() != null) {
            all.stated(SYSTEM, summary.system().toString());
        }
        return all.fields;
    }

    private void relation(RelationRow relation) {
        String path = RELATIONS + relation.type();
        fields.add(
                relation.stated()
                        ? DocumentField.stated(path, relation.target())
                        : DocumentField.guarded(path, relation.target()));
    }

    /// Every path of relations but that of the owner, which no other entity states.
    private static Set<String> guardedPaths() {
        Set<String> paths = new HashSet<>();
        for (RelationType type : RelationType.values()) {
            if (type != RelationType.OWNED_BY) {
                paths.add(RELATIONS + type.forward());
            }
            paths.add(RELATIONS + type.inverse());
        }
        return Set.copyOf(paths);
    }

    private void add(String path, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(field -> add(path + "." + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            value.forEach(item -> {
                add(path, item);
                if (item.isString()) {
                    fields.add(DocumentField.derived(path + "." + item.asString(), "true"));
                }
            });
        } else {
            fields.add(DocumentField.stated(path, value.isNull() ? null : EntityJson.text(value)));
        }
    }

    private void stated(String path, String value) {
        fields.add(DocumentField.stated(path, value));
    }
}
