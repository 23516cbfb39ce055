package dev.portico.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes of descriptors what a catalog serves: with namespace, uid, etag, location annotations and the relations that
/// follow from all of them (§3.3).
public final class Stitched {

    /// A field that makes relations; `kind` is that of refs without one.
    private record Link(Set<String> on, String field, String relation, String inverse, String kind) {}

    private static final List<Link> LINKS = List.of(
            new Link(
                    Set.of("Component", "API", "Resource", "System", "Domain"), "owner", "ownedBy", "ownerOf", "group"),
            new Link(Set.of("Component", "API", "Resource"), "system", "partOf", "hasPart", "system"),
            new Link(Set.of("Component"), "subcomponentOf", "partOf", "hasPart", "component"),
            new Link(Set.of("Component"), "providesApis", "providesApi", "apiProvidedBy", "api"),
            new Link(Set.of("Component"), "consumesApis", "consumesApi", "apiConsumedBy", "api"),
            new Link(Set.of("Component", "Resource"), "dependsOn", "dependsOn", "dependencyOf", ""),
            new Link(Set.of("Component", "Resource"), "dependencyOf", "dependencyOf", "dependsOn", ""),
            new Link(Set.of("System"), "domain", "partOf", "hasPart", "domain"),
            new Link(Set.of("Domain"), "subdomainOf", "partOf", "hasPart", "domain"),
            new Link(Set.of("Group"), "parent", "childOf", "parentOf", "group"),
            new Link(Set.of("Group"), "children", "parentOf", "childOf", "group"),
            new Link(Set.of("Group"), "members", "hasMember", "memberOf", "user"),
            new Link(Set.of("User"), "memberOf", "memberOf", "hasMember", "group"));

    private Stitched() {}

    /// The descriptors as they would be served; uids and etags follow from the seed.
    public static List<JsonNode> entities(long seed, List<JsonNode> descriptors) {
        Chance chance = new Chance(seed);
        Map<String, ObjectNode> entities = new LinkedHashMap<>();
        for (JsonNode descriptor : descriptors) {
            if (descriptor.deepCopy() instanceof ObjectNode entity) {
                complete(entity.withObject("metadata"), chance);
                entities.put(Json.ref(entity), entity);
            }
        }
        relations(descriptors).forEach((ref, relations) -> {
            ObjectNode entity = entities.get(ref);
            if (entity != null) {
                ArrayNode list = entity.putArray("relations");
                relations.forEach(relation -> list.addObject()
                        .put("type", relation.substring(0, relation.indexOf(' ')))
                        .put("targetRef", relation.substring(relation.indexOf(' ') + 1)));
            }
        });
        return List.copyOf(entities.values());
    }

    /// Ref → its relations, each as `type target`, sorted; also of refs that no descriptor has.
    public static Map<String, Set<String>> relations(List<JsonNode> descriptors) {
        Map<String, Set<String>> relations = new TreeMap<>();
        for (JsonNode descriptor : descriptors) {
            String source = Json.ref(descriptor);
            relations.computeIfAbsent(source, any -> new TreeSet<>());
            String namespace = source.substring(source.indexOf(':') + 1, source.indexOf('/'));
            for (Link link : LINKS) {
                JsonNode value = descriptor.path("spec").path(link.field());
                if (link.on().contains(descriptor.path("kind").asString(""))) {
                    for (JsonNode ref : value.isArray() ? value : Json.array().add(value)) {
                        if (ref.isString()) {
                            String target = absolute(ref.stringValue(), link.kind(), namespace);
                            add(relations, source, link.relation(), target);
                            add(relations, target, link.inverse(), source);
                        }
                    }
                }
            }
        }
        return relations;
    }

    private static void add(Map<String, Set<String>> relations, String source, String type, String target) {
        relations.computeIfAbsent(source, any -> new TreeSet<>()).add(type + " " + target);
    }

    /// A ref with what it leaves out, in lower case.
    static String absolute(String ref, String kind, String namespace) {
        int slash = ref.indexOf('/');
        int colon = ref.indexOf(':');
        boolean hasKind = colon >= 0 && (slash < 0 || colon < slash);
        String rest = hasKind ? ref.substring(colon + 1) : ref;
        String place = rest.indexOf('/') < 0 ? namespace + "/" + rest : rest;
        return Json.lower((hasKind ? ref.substring(0, colon) : kind) + ":" + place);
    }

    private static void complete(ObjectNode metadata, Chance chance) {
        if (!metadata.has("namespace")) {
            metadata.put("namespace", "default");
        }
        metadata.put("uid", chance.uuid().toString());
        metadata.put("etag", chance.uuid().toString().replace("-", ""));
        String location = "url:https://git.example.com/" + chance.one("one", "two", "three") + "/catalog-info.yaml";
        metadata.withObject("annotations")
                .put("backstage.io/managed-by-location", location)
                .put("backstage.io/managed-by-origin-location", location);
    }
}
