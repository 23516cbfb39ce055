package dev.portico.specification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The call `…/ancestry`: an entity, and all the entities that emitted it, directly or not.
///
/// @param parents ref → refs of the entities that emitted it
record Ancestry(Map<String, FlatEntity> byRef, Map<String, Set<String>> parents) {

    ObjectNode of(FlatEntity root) {
        ObjectNode answer = Json.object().put("rootEntityRef", root.ref());
        ArrayNode items = answer.putArray("items");
        Set<String> seen = new LinkedHashSet<>(Set.of(root.ref()));
        Deque<String> left = new ArrayDeque<>(seen);
        while (!left.isEmpty()) {
            FlatEntity entity = byRef.get(left.removeFirst());
            if (entity != null) {
                Set<String> above = new TreeSet<>(parents.getOrDefault(entity.ref(), Set.of()));
                above.retainAll(byRef.keySet());
                ObjectNode item = items.addObject();
                item.set("entity", entity.entity());
                item.set("parentEntityRefs", Json.strings(above));
                above.stream().filter(seen::add).forEach(left::addLast);
            }
        }
        return answer;
    }

    /// The parents as the location annotations tell them: the Location that §3.4 names after the source of the
    /// entity, if it is among the entities.
    static Map<String, Set<String>> byLocation(List<FlatEntity> entities) {
        Map<String, Set<String>> parents = new TreeMap<>();
        for (FlatEntity entity : entities) {
            String source = entity.entity()
                    .path("metadata")
                    .path("annotations")
                    .path("backstage.io/managed-by-location")
                    .asString("");
            String location = "location:default/generated-" + sha1(source);
            if (!location.equals(entity.ref())) {
                parents.put(entity.ref(), Set.of(location));
            }
        }
        return parents;
    }

    private static String sha1(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
