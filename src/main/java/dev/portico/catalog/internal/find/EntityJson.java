package dev.portico.catalog.internal.find;

import dev.portico.catalog.Problem;
import dev.portico.catalog.internal.descriptor.Numbers;
import dev.portico.catalog.internal.store.EntityRecord;
import dev.portico.catalog.internal.store.RelationQueries.RelationRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The whole entity: its descriptor with uid, etag, relations and status. Format: Backstage's catalog API.
public final class EntityJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EntityJson() {}

    /// The descriptor as it is kept, to be read.
    public static JsonNode descriptor(String json) {
        return JSON.readTree(json);
    }

    /// The whole entity. Its etag is the one that the descriptor states, else the digest of all that it says
    /// itself: relations that only the other end states are not in it, so that it tells nothing of hidden entities.
    public static ObjectNode whole(
            JsonNode descriptor, EntityRecord entity, Set<RelationRow> relations, List<Problem> problems) {
        ObjectNode whole = (ObjectNode) descriptor.deepCopy();
        ObjectNode metadata = (ObjectNode) whole.get("metadata");
        metadata.put("uid", entity.summary().uid().toString());
        if (entity.summary().orphan()) {
            metadata.withObjectProperty("annotations").put("backstage.io/orphan", "true");
        }
        whole.set("relations", list(relations.stream().filter(RelationRow::stated)));
        List<Problem> errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            ArrayNode items = whole.putObject("status").putArray("items");
            errors.forEach(problem -> status(items.addObject(), problem));
        }
        String stated = entity.statedEtag();
        metadata.put("etag", stated != null ? stated : etag(whole));
        whole.set("relations", list(relations.stream()));
        return whole;
    }

    /// A scalar as text. Numbers as they were read, and not as Java writes them: 12345678.5 is no `1.23456785E7`.
    public static String text(JsonNode value) {
        return value.isFloatingPointNumber() ? Numbers.text(value.doubleValue()) : value.asString();
    }

    private static ArrayNode list(Stream<RelationRow> relations) {
        ArrayNode list = JSON.createArrayNode();
        relations.forEach(
                relation -> list.addObject().put("type", relation.type()).put("targetRef", relation.target()));
        return list;
    }

    /// The whole entity without some of its relations. They are cut out of its bytes, which is a fraction of
    /// the work of reading and writing it.
    ///
    /// @param whole  as [#whole] gives it, without spaces
    /// @param hidden which relation, by type and target, is left out
    static byte[] without(byte[] whole, BiPredicate<String, String> hidden) {
        ByteArrayOutputStream left = new ByteArrayOutputStream(whole.length);
        int written = 0;
        boolean kept = false;
        try (JsonParser parser = JSON.createParser(whole)) {
            if (!isAtRelations(parser)) {
                return whole;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                int start = (int) parser.currentTokenLocation().getByteOffset();
                left.write(whole, written, (whole[start - 1] == ',' ? start - 1 : start) - written);
                Map<String, String> relation = texts(parser);
                written = (int) parser.currentLocation().getByteOffset();
                if (!hidden.test(relation.getOrDefault("type", ""), relation.getOrDefault("targetRef", ""))) {
                    if (kept) {
                        left.write(',');
                    }
                    left.write(whole, start, written - start);
                    kept = true;
                }
            }
        }
        left.write(whole, written, whole.length - written);
        return left.toByteArray();
    }

    /// Goes to the beginning of the list of relations.
    private static boolean isAtRelations(JsonParser parser) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals("relations");
            if (parser.nextToken() == JsonToken.START_ARRAY && found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /// The texts of an object, up to its end.
    private static Map<String, String> texts(JsonParser parser) {
        Map<String, String> texts = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                texts.put(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return texts;
    }

    private static void status(ObjectNode item, Problem problem) {
        item.put("type", "backstage.io/catalog-processing");
        item.put("level", "error");
        item.put("message", "InputError: " + problem.message());
        item.putObject("error").put("name", "InputError").put("message", problem.message());
    }

    /// SHA-1 in hex of the entity with the keys of every object in order.
    private static String etag(ObjectNode whole) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            return HexFormat.of()
                    .formatHex(sha.digest(JSON.writeValueAsString(sorted(whole)).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            ObjectNode ordered = JSON.createObjectNode();
            fields.forEach(ordered::set);
            return ordered;
        }
        if (node.isArray()) {
            ArrayNode items = JSON.createArrayNode();
            node.forEach(item -> items.add(sorted(item)));
            return items;
        }
        return node;
    }
}
