package dev.portico.catalog.internal.descriptor;

import static dev.portico.catalog.RelationType.DEPENDS_ON;
import static dev.portico.catalog.RelationType.OWNED_BY;
import static dev.portico.catalog.RelationType.PART_OF;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The kind AiResource, whose fields depend on its type. Known only where the settings say so.
final class AiResourceKind {

    static final String NAME = "AiResource";

    private static final Shape TEXT = Shape.TEXT;
    private static final Shape TEXTS = Shape.TEXTS;
    private static final RelationField[] RELATIONS = {
        RelationField.from("owner", OWNED_BY, "Group").only("group", "user"),
        RelationField.from("system", PART_OF, "System").only("system")
    };

    private static final Kind PLAIN = kind("", Map.of(), Set.of());
    private static final Map<String, Kind> BY_TYPE = Map.of(
            "skill",
                    kind(
                            "skill",
                            Map.of(
                                    "disciplines", TEXTS,
                                    "categories", TEXTS,
                                    "agents", TEXTS,
                                    "dependsOn", TEXTS,
                                    "allowedTools", TEXT,
                                    "license", TEXT,
                                    "compatibility", new Shape.Text(1, 500)),
                            Set.of(),
                            RelationField.from("dependsOn", DEPENDS_ON, NAME).only("airesource")),
            "rule",
                    kind(
                            "rule",
                            Map.of("disciplines", TEXTS, "category", TEXT, "rationale", TEXT),
                            Set.of("category", "rationale")),
            "plugin", parts("plugin", "skills"),
            "marketplace", parts("marketplace", "plugins"));

    private AiResourceKind() {}

    static Kind of(@Nullable Object type) {
        return type instanceof String text ? BY_TYPE.getOrDefault(text, PLAIN) : PLAIN;
    }

    private static Kind parts(String type, String field) {
        return kind(
                type,
                Map.of(field, TEXTS, "version", TEXT),
                Set.of(field),
                RelationField.to(field, PART_OF, NAME).only("airesource"));
    }

    private static Kind kind(
            String type, Map<String, Shape> more, Set<String> moreRequired, RelationField... moreRelations) {
        Map<String, Shape> fields = new HashMap<>(more);
        fields.put("type", type.isEmpty() ? TEXT : new Shape.OneOf(Set.of(type)));
        fields.put("lifecycle", TEXT);
        fields.put("owner", TEXT);
        fields.put("system", TEXT);
        Set<String> required = new HashSet<>(moreRequired);
        required.addAll(Set.of("type", "lifecycle", "owner"));
        List<RelationField> relations = new ArrayList<>(List.of(RELATIONS));
        relations.addAll(List.of(moreRelations));
        Objects.requireNonNull(type);
        return new Kind(
                NAME,
                Set.of("backstage.io/v1alpha1"),
                new Shape.Fields(Map.copyOf(fields), Set.copyOf(required)),
                List.copyOf(relations));
    }
}
