package dev.portico.catalog.definition;

import dev.portico.catalog.definition.Definition.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads OpenAPI 3 and Swagger 2: operations in the groups of their tags, then schemas.
final class OpenApiDefinition {

    private static final List<String> METHODS =
            List.of("get", "post", "put", "patch", "delete", "head", "options", "trace", "query");
    private static final String OTHER = "Operations";

    private final Tree root;

    OpenApiDefinition(Tree root) {
        this.root = root;
    }

    Definition read() {
        boolean swagger = root.has("swagger");
        Tree info = root.at("info");
        List<Section> sections = new ArrayList<>(operations());
        section("Webhooks", items(root.at("webhooks"), new LinkedHashMap<>()), sections);
        Tree schemas = swagger ? root.at("definitions") : root.at("components", "schemas");
        section("Schemas", schemas(schemas), sections);
        return new Definition(
                swagger ? "Swagger " + root.text("swagger") : "OpenAPI " + root.text("openapi"),
                info.text("title"),
                info.text("version"),
                info.text("description"),
                swagger ? swaggerServers() : servers(root.at("servers")),
                sections);
    }

    static void section(String title, List<Item> items, List<Section> sections) {
        if (!items.isEmpty()) {
            sections.add(new Section(title, "", items));
        }
    }

    static List<Item> schemas(Tree schemas) {
        List<Item> items = new ArrayList<>();
        schemas.entries().forEach((name, schema) -> {
            String summary = firstLine(schema.resolved().text("description"));
            boolean deprecated = schema.resolved().flag("deprecated");
            items.add(new Item("schema " + name, Schemas.type(schema), name, summary, deprecated, () -> {
                List<Part> parts = new ArrayList<>();
                String note = Schemas.note(schema);
                if (!note.isEmpty()) {
                    parts.add(Part.note("", note));
                }
                parts.add(new Part("Fields", "", new Schemas().fields(schema), example(schema)));
                return parts;
            }));
        });
        return items;
    }

    /// What an example says, of those that a media type, a parameter or a schema may state.
    static String example(Tree tree) {
        if (tree.has("example")) {
            return tree.at("example").example();
        }
        for (Tree example : tree.at("examples").entries().values()) {
            Tree resolved = example.resolved();
            return resolved.has("value") ? resolved.at("value").example() : resolved.example();
        }
        for (Tree example : tree.at("examples").items()) {
            return example.example();
        }
        Tree schema = tree.at("schema").resolved();
        return schema.has("example") ? schema.at("example").example() : "";
    }

    static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    private List<Section> operations() {
        Map<String, List<Item>> byTag = new LinkedHashMap<>();
        root.at("tags").items().forEach(tag -> byTag.put(tag.text("name"), new ArrayList<>()));
        List<Item> all = items(root.at("paths"), byTag);
        if (byTag.isEmpty()) {
            byTag.put(OTHER, all);
        }
        List<Section> sections = new ArrayList<>();
        byTag.forEach((tag, items) -> {
            if (!items.isEmpty()) {
                sections.add(new Section(tag, tagDescription(tag), items));
            }
        });
        return sections;
    }

    private String tagDescription(String tag) {
        return root.at("tags").items().stream()
                .filter(candidate -> candidate.text("name").equals(tag))
                .map(candidate -> candidate.text("description"))
                .findFirst()
                .orElse("");
    }

    /// The operations of paths, also put to those tags that they name, or to Operations.
    private List<Item> items(Tree paths, Map<String, List<Item>> byTag) {
        List<Item> items = new ArrayList<>();
        paths.entries().forEach((path, unresolved) -> {
            Tree entry = unresolved.resolved();
            for (String method : METHODS) {
                Tree operation = entry.at(method);
                if (operation.value() instanceof Map) {
                    Item item = item(path, method, entry, operation);
                    items.add(item);
                    List<Tree> tags = operation.at("tags").items();
                    String tag = tags.isEmpty() ? OTHER : tags.getFirst().text();
                    byTag.computeIfAbsent(tag, any -> new ArrayList<>()).add(item);
                }
            }
        });
        return items;
    }

    private Item item(String path, String method, Tree entry, Tree operation) {
        String summary = operation.text("summary");
        return new Item(
                method + " " + path,
                method.toUpperCase(Locale.ROOT),
                path,
                summary.isEmpty() ? firstLine(operation.text("description")) : summary,
                operation.flag("deprecated"),
                () -> parts(entry, operation));
    }

    private List<Part> parts(Tree entry, Tree operation) {
        List<Part> parts = new ArrayList<>();
        String description = operation.text("description");
        if (!description.isBlank()) {
            parts.add(Part.note("", description));
        }
        List<Field> parameters = new ArrayList<>();
        List<Tree> stated = new ArrayList<>(entry.at("parameters").items());
        stated.addAll(operation.at("parameters").items());
        Schemas schemas = new Schemas();
        for (Tree unresolved : stated) {
            Tree parameter = unresolved.resolved();
            if (parameter.text("in").equals("body")) {
                Tree schema = parameter.at("schema");
                parts.add(new Part(
                        "Request body: " + Schemas.type(schema),
                        parameter.text("description"),
                        new Schemas().fields(schema),
                        example(parameter)));
            } else {
                parameters.add(parameter(parameter, schemas));
            }
        }
        if (!parameters.isEmpty()) {
            parts.addFirst(Part.fields("Parameters", parameters));
        }
        Tree body = operation.at("requestBody").resolved();
        parts.addAll(contents("Request body", body));
        operation
                .at("responses")
                .entries()
                .forEach((code, response) -> parts.addAll(answer(code, response.resolved())));
        return parts;
    }

    private static Field parameter(Tree parameter, Schemas schemas) {
        boolean schemaApart = parameter.has("schema");
        Tree schema = schemaApart ? parameter.at("schema") : parameter;
        Field field = schemas.field(parameter.text("name"), schema, parameter.flag("required"));
        String note = parameter.text("description");
        String bounds = schemaApart ? (note + "\n" + field.note()).strip() : field.note();
        String type = field.type() + " in " + parameter.text("in");
        return new Field(field.name(), type, field.required(), bounds, field.fields());
    }

    private static List<Part> answer(String code, Tree response) {
        if (response.at("schema").present()) {
            Tree schema = response.at("schema");
            String title = "Answer " + code + ": " + Schemas.type(schema);
            Tree examples = response.at("examples");
            String example = examples.entries().values().stream()
                    .map(Tree::example)
                    .findFirst()
                    .orElse("");
            return List.of(new Part(title, response.text("description"), new Schemas().fields(schema), example));
        }
        List<Part> parts = contents("Answer " + code, response);
        return parts.isEmpty() ? List.of(Part.note("Answer " + code, response.text("description"))) : parts;
    }

    private static List<Part> contents(String title, Tree holder) {
        List<Part> parts = new ArrayList<>();
        holder.at("content").entries().forEach((mediaType, media) -> {
            Tree schema = media.at("schema");
            String type = schema.present() ? ": " + Schemas.type(schema) : "";
            parts.add(new Part(
                    title + " " + mediaType + type,
                    holder.text("description"),
                    new Schemas().fields(schema),
                    example(media)));
        });
        return parts;
    }

    private static List<String> servers(Tree servers) {
        return servers.items().stream()
                .map(server -> joined(server.text("url"), server.text("description")))
                .filter(server -> !server.isEmpty())
                .toList();
    }

    private List<String> swaggerServers() {
        String host = root.text("host");
        if (host.isEmpty()) {
            return root.text("basePath").isEmpty() ? List.of() : List.of(root.text("basePath"));
        }
        List<Tree> schemes = root.at("schemes").items();
        String scheme = schemes.isEmpty() ? "https" : schemes.getLast().text();
        return List.of(scheme + "://" + host + root.text("basePath"));
    }

    static String joined(String first, String second) {
        return second.isBlank() ? first : first + ", " + firstLine(second);
    }
}
