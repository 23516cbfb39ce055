package dev.portico.api.backstage;

import dev.portico.search.Filter;
import dev.portico.search.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An entity as Backstage's search shows it.
record CatalogDocument(
        String title,
        String text,
        String location,
        String componentType,
        String type,
        String namespace,
        String kind,
        String lifecycle,
        String owner) {

    /// The one type of documents there is.
    static final String TYPE = "software-catalog";

    private static final String LOCATION = "/catalog/";
    private static final String OTHER = "other";
    private static final List<String> SHOWN = List.of(
            "kind",
            "metadata.namespace",
            "metadata.name",
            "metadata.title",
            "metadata.description",
            "spec.type",
            "spec.lifecycle",
            "spec.owner",
            "spec.profile");

    static CatalogDocument of(Json entity) {
        JsonNode shown = JsonMapper.shared()
                .readTree(new Projection(entity.bytes()).keep(SHOWN).bytes());
        JsonNode metadata = shown.path("metadata");
        JsonNode spec = shown.path("spec");
        String kind = shown.path("kind").asString("");
        String namespace = metadata.path("namespace").asString("default");
        String name = metadata.path("name").asString("");
        String type = spec.path("type").asString(OTHER);
        return new CatalogDocument(
                metadata.path("title").asString(name),
                text(kind, metadata, spec.path("profile")),
                LOCATION + (namespace + '/' + kind + '/' + name).toLowerCase(Locale.ROOT),
                type,
                type,
                namespace,
                kind,
                spec.path("lifecycle").asString(""),
                spec.path("owner").asString(""));
    }

    private static String text(String kind, JsonNode metadata, JsonNode profile) {
        List<String> texts = new ArrayList<>(3);
        texts.add(metadata.path("description").asString(""));
        boolean user = kind.equalsIgnoreCase("User");
        if (user || kind.equalsIgnoreCase("Group")) {
            texts.add(profile.path("displayName").asString(""));
        }
        if (user) {
            texts.add(profile.path("email").asString(""));
        }
        texts.removeIf(String::isEmpty);
        return String.join(" : ", texts);
    }

    /// Entities whose document has one of the values in a field.
    static Filter filter(String field, Set<String> values) {
        return switch (field) {
            case "kind" -> new Filter.OneOf("kind", values);
            case "namespace" -> new Filter.OneOf("metadata.namespace", values);
            case "type", "componentType" -> orAbsent("spec.type", values, OTHER);
            case "lifecycle" -> orAbsent("spec.lifecycle", values, "");
            case "owner" -> orAbsent("spec.owner", values, "");
            case "title" ->
                new Filter.Any(List.of(
                        new Filter.OneOf("metadata.title", values),
                        new Filter.All(List.of(
                                new Filter.Not(new Filter.Exists("metadata.title")),
                                new Filter.OneOf("metadata.name", values)))));
            case "location" ->
                new Filter.Any(values.stream().map(CatalogDocument::at).toList());
            default -> Filter.nothing();
        };
    }

    private static Filter orAbsent(String path, Set<String> values, String absent) {
        Filter present = new Filter.OneOf(path, values);
        return values.contains(absent)
                ? new Filter.Any(List.of(present, new Filter.Not(new Filter.Exists(path))))
                : present;
    }

    private static Filter at(String location) {
        String[] parts = location.startsWith(LOCATION)
                ? location.substring(LOCATION.length()).split("/", -1)
                : new String[0];
        return parts.length == 3
                ? new Filter.Ids(Set.of(parts[1] + ':' + parts[0] + '/' + parts[2]))
                : Filter.nothing();
    }
}
