package dev.portico.catalog.internal.descriptor;

import static dev.portico.catalog.RelationType.CHILD_OF;
import static dev.portico.catalog.RelationType.CONSUMES_API;
import static dev.portico.catalog.RelationType.DEPENDS_ON;
import static dev.portico.catalog.RelationType.MEMBER_OF;
import static dev.portico.catalog.RelationType.OWNED_BY;
import static dev.portico.catalog.RelationType.PART_OF;
import static dev.portico.catalog.RelationType.PROVIDES_API;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The kinds that the format has built in.
final class KindCatalog {

    private static final Shape TEXT = Shape.TEXT;
    private static final Shape TEXTS = Shape.TEXTS;
    private static final Shape PROFILE =
            new Shape.Fields(Map.of("displayName", TEXT, "email", TEXT, "picture", TEXT), Set.of());
    private static final Set<String> VERSIONS = Set.of("backstage.io/v1alpha1", "backstage.io/v1beta1");
    private static final RelationField OWNER = RelationField.from("owner", OWNED_BY, "Group");
    private static final RelationField SYSTEM = RelationField.from("system", PART_OF, "System");
    private static final RelationField DEPENDS = RelationField.from("dependsOn", DEPENDS_ON, null);
    private static final RelationField DEPENDENCY = RelationField.to("dependencyOf", DEPENDS_ON, null);

    private static final Map<String, Kind> BUILT_IN = List.of(
                    kind(
                            "Component",
                            Map.of(
                                    "type", TEXT,
                                    "lifecycle", TEXT,
                                    "owner", TEXT,
                                    "system", TEXT,
                                    "subcomponentOf", TEXT,
                                    "providesApis", TEXTS,
                                    "consumesApis", TEXTS,
                                    "dependsOn", TEXTS),
                            Set.of("type", "lifecycle", "owner"),
                            OWNER,
                            RelationField.from("subcomponentOf", PART_OF, "Component"),
                            RelationField.from("providesApis", PROVIDES_API, "API"),
                            RelationField.from("consumesApis", CONSUMES_API, "API"),
                            DEPENDS,
                            DEPENDENCY,
                            SYSTEM),
                    kind(
                            "API",
                            Map.of("type", TEXT, "lifecycle", TEXT, "owner", TEXT, "system", TEXT, "definition", TEXT),
                            Set.of("type", "lifecycle", "owner", "definition"),
                            OWNER,
                            SYSTEM),
                    kind(
                            "Resource",
                            Map.of("type", TEXT, "owner", TEXT, "dependsOn", TEXTS, "system", TEXT),
                            Set.of("type", "owner"),
                            OWNER,
                            DEPENDS,
                            DEPENDENCY,
                            SYSTEM),
                    kind(
                            "System",
                            Map.of("owner", TEXT, "domain", TEXT, "type", TEXT),
                            Set.of("owner"),
                            OWNER,
                            RelationField.from("domain", PART_OF, "Domain")),
                    kind(
                            "Domain",
                            Map.of("owner", TEXT, "subdomainOf", TEXT, "type", TEXT),
                            Set.of("owner"),
                            OWNER,
                            RelationField.from("subdomainOf", PART_OF, "Domain")),
                    kind(
                            "Group",
                            Map.of(
                                    "type",
                                    TEXT,
                                    "profile",
                                    PROFILE,
                                    "parent",
                                    TEXT,
                                    "children",
                                    TEXTS,
                                    "members",
                                    TEXTS),
                            Set.of("type", "children"),
                            RelationField.from("parent", CHILD_OF, "Group"),
                            RelationField.to("children", CHILD_OF, "Group"),
                            RelationField.to("members", MEMBER_OF, "User")),
                    kind(
                            "User",
                            Map.of("profile", PROFILE, "memberOf", TEXTS),
                            Set.of("memberOf"),
                            RelationField.from("memberOf", MEMBER_OF, "Group")),
                    kind(
                            "Location",
                            Map.of(
                                    "type", TEXT,
                                    "target", TEXT,
                                    "targets", TEXTS,
                                    "presence", new Shape.OneOf(Set.of("required", "optional"))),
                            Set.of()),
                    TemplateKind.KIND)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Kind::name, Function.identity()));

    private KindCatalog() {}

    /// The kind that an entity claims to be, or null where nobody knows it in this version. Case matters.
    static @Nullable Kind find(String kind, String version, @Nullable Object type, DescriptorRules rules) {
        Kind found = BUILT_IN.get(kind);
        if (found == null && rules.aiResources() && kind.equals(AiResourceKind.NAME)) {
            found = AiResourceKind.of(type);
        }
        return found != null && found.versions().contains(version) ? found : null;
    }

    /// The kind with this name whatever the case, for advice; or null.
    static @Nullable Kind similar(String kind) {
        return BUILT_IN.values().stream()
                .filter(known -> known.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElse(null);
    }

    static String names() {
        return BUILT_IN.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    /// What a shape asks for, in words.
    static String describe(@Nullable Shape shape) {
        return switch (shape) {
            case null -> "a value";
            case Shape.Text _ -> "a string";
            case Shape.OneOf words -> String.join(" or ", words.words());
            case Shape.TextOrBoolean _ -> "a string or a boolean";
            case Shape.ListOf list -> list.item() instanceof Shape.Text ? "a list of strings" : "a list of objects";
            case Shape.Fields _, Shape.OneOrMany _ -> "an object";
        };
    }

    private static Kind kind(String name, Map<String, Shape> fields, Set<String> required, RelationField... relations) {
        return new Kind(name, VERSIONS, new Shape.Fields(fields, required), List.of(relations));
    }
}
