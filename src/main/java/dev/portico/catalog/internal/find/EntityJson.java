package dev.portico.catalog.internal.find;

import dev.portico.catalog.Problem;
import dev.portico.catalog.internal.store.EntityRecord;
import dev.portico.catalog.internal.store.RelationQueries.RelationRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
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

    private static ArrayNode list(Stream<RelationRow> relations) {
        ArrayNode list = JSON.createArrayNode();
        relations.forEach(
                relation -> list.addObject().put("type", relation.type()).put("targetRef", relation.target()));
        return list;
    }

    /// The whole entity without some of its relations.
    ///
    /// @param hidden which relation, by type and target, is left out
    static ObjectNode without(ObjectNode whole, BiPredicate<String, String> hidden) {
        ArrayNode left = JSON.createArrayNode();
        whole.path("relations").forEach(relation -> {
            if (!hidden.test(
                    relation.path("type").asString(), relation.path("targetRef").asString())) {
                left.add(relation);
            }
        });
        whole.set("relations", left);
        return whole;
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
