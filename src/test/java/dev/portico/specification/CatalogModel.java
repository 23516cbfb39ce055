package dev.portico.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An executable model of Backstage's catalog read API over a fixed list of entities, as they are served: with uid,
/// etag, annotations and relations.
///
/// It knows no rights: it is given what the reader may see. Every call looks at every entity.
public final class CatalogModel implements ReadApi {

    private final List<FlatEntity> entities;
    private final Map<String, FlatEntity> byRef = new LinkedHashMap<>();
    private final Map<String, Set<String>> parents;

    /// A catalog whose ancestry follows from the location annotations.
    public CatalogModel(List<JsonNode> entities, LongValues longValues) {
        this.entities = entities.stream()
                .map(entity -> FlatEntity.of(entity, longValues))
                .toList();
        this.entities.forEach(entity -> byRef.put(entity.ref(), entity));
        this.parents = Ancestry.byLocation(this.entities);
    }

    /// A catalog whose ancestry is known: ref → refs of the entities that emitted it.
    public CatalogModel(List<JsonNode> entities, LongValues longValues, Map<String, Set<String>> parents) {
        this.entities = entities.stream()
                .map(entity -> FlatEntity.of(entity, longValues))
                .toList();
        this.entities.forEach(entity -> byRef.put(entity.ref(), entity));
        this.parents = Map.copyOf(parents);
    }

    List<FlatEntity> entities() {
        return entities;
    }

    @Override
    public Answer get(String pathAndQuery) {
        try {
            Asked asked = Asked.of(pathAndQuery);
            List<String> path = asked.path();
            if (path.equals(List.of("entities"))) {
                return new EntityList(entities).get(asked);
            }
            if (path.equals(List.of("entities", "by-query"))) {
                return ok(new ByQuery(entities).get(asked));
            }
            if (path.equals(List.of("entity-facets"))) {
                return ok(new Facets(entities).get(asked));
            }
            if (path.size() == 3 && path.subList(0, 2).equals(List.of("entities", "by-uid"))) {
                return ok(byUid(path.getLast()).entity());
            }
            if (path.size() >= 5 && path.subList(0, 2).equals(List.of("entities", "by-name"))) {
                return byName(path.subList(2, path.size()));
            }
            return new Answer(404, "");
        } catch (Refused refused) {
            return error("GET", pathAndQuery, refused);
        }
    }

    @Override
    public Answer post(String pathAndQuery, String json) {
        try {
            Asked asked = Asked.of(pathAndQuery);
            return switch (String.join("/", asked.path())) {
                case "entities/by-refs" -> ok(byRefs(asked.allow("filter"), Json.body(json)));
                case "entities/by-query" -> ok(new ByQuery(entities).post(Json.body(json)));
                case "entity-facets" -> ok(new Facets(entities).post(Json.body(json)));
                default -> new Answer(404, "");
            };
        } catch (Refused refused) {
            return error("POST", pathAndQuery, refused);
        }
    }

    private FlatEntity byUid(String uid) {
        return entities.stream()
                .filter(entity -> entity.uid().equals(uid))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("No entity has the uid " + uid));
    }

    private Answer byName(List<String> names) {
        if (names.size() > 4 || (names.size() == 4 && !names.getLast().equals("ancestry"))) {
            return new Answer(404, "");
        }
        String ref = Json.lower(names.get(0) + ":" + names.get(1) + "/" + names.get(2));
        FlatEntity entity = byRef.get(ref);
        if (entity == null) {
            throw Refused.notFound("No entity " + ref);
        }
        return ok(names.size() == 4 ? new Ancestry(byRef, parents).of(entity) : entity.entity());
    }

    private JsonNode byRefs(Asked asked, ObjectNode body) {
        ByQuery.only(body, Set.of("entityRefs", "fields", "query"));
        UnaryOperator<JsonNode> fields =
                body.has("fields") ? Fields.of(Json.stringList(body.path("fields"), "fields")) : Fields.of(List.of());
        Predicate<FlatEntity> wanted = Filters.of(asked.all("filter"));
        if (body.has("query")) {
            wanted = wanted.and(Predicates.of(body.path("query")));
        }
        if (!body.has("entityRefs")) {
            throw Refused.input("Missing entityRefs");
        }
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("items");
        for (String ref : Json.stringList(body.path("entityRefs"), "entityRefs")) {
            FlatEntity entity = byRef.get(Json.lower(ref));
            if (entity == null || !wanted.test(entity)) {
                items.addNull();
            } else {
                items.add(fields.apply(entity.entity()));
            }
        }
        return answer;
    }

    private static Answer ok(JsonNode body) {
        return new Answer(200, body.toString());
    }

    private static Answer error(String method, String url, Refused refused) {
        ObjectNode body = Json.object();
        body.putObject("error").put("name", refused.name()).put("message", refused.getMessage());
        body.putObject("request").put("method", method).put("url", url);
        body.putObject("response").put("statusCode", refused.status());
        return new Answer(refused.status(), body.toString());
    }
}
