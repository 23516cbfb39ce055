package dev.portico.specification;

import dev.portico.specification.Request.Kind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Invents requests about a list of entities. What [Ambiguity.Way#NOT_ASKED] names is not among them.
final class RandomRequests {

    private static final List<Integer> LIMITS = List.of(1, 2, 3, 7, 20, 50, 1000);

    private final Vocabulary vocabulary;
    private final Chance chance;
    private final RandomPredicates predicates;
    private final RandomFilters filters;

    RandomRequests(long seed, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.chance = new Chance(seed);
        this.predicates = new RandomPredicates(vocabulary, chance);
        this.filters = new RandomFilters(vocabulary, chance);
    }

    Request next() {
        return switch (chance.below(20)) {
            case 0, 1, 2 -> list();
            case 3, 4, 5, 6, 7 -> queryByGet();
            case 8, 9, 10, 11 -> queryByPost();
            case 12, 13 -> refs();
            case 14 -> one();
            case 15 -> ancestry();
            case 16, 17, 18 -> facets();
            default -> RandomRefusals.one(chance);
        };
    }

    private Request list() {
        Parameters parameters = new Parameters().filters(filters.some(0.6));
        int orders = chance.below(3);
        for (int i = 0; i < orders; i++) {
            parameters.add("order", chance.one("asc", "desc") + ":" + orderField());
        }
        List<String> fields = fields();
        int limit = chance.of(0.6) ? chance.one(LIMITS) : -1;
        int offset = chance.of(0.3) ? chance.below(30) : -1;
        parameters.fields(fields).number("limit", limit).number("offset", offset);
        return new Request(Kind.LIST, "/entities" + parameters, "", limit, fields, false);
    }

    private Request queryByGet() {
        Parameters parameters = new Parameters().filters(filters.some(0.6));
        int orders = chance.of(0.6) ? 1 + chance.below(2) : 0;
        for (int i = 0; i < orders; i++) {
            parameters.add("orderField", orderField() + "," + chance.one("asc", "desc"));
        }
        if (chance.of(0.3)) {
            List<String> fields = filters.textFields();
            parameters.add("fullTextFilterTerm", filters.term(fields));
            if (!fields.isEmpty()) {
                parameters.add("fullTextFilterFields", String.join(",", fields));
            }
        }
        if (chance.of(0.3)) {
            parameters.add("totalItems", chance.one("include", "exclude"));
        }
        List<String> fields = fields();
        int limit = limit();
        parameters.fields(fields).number("limit", limit).number("offset", chance.of(0.2) ? chance.below(30) : -1);
        return new Request(Kind.QUERY, "/entities/by-query" + parameters, "", limit, fields, chance.of(0.7));
    }

    private Request queryByPost() {
        ObjectNode body = Json.object();
        if (chance.of(0.9)) {
            body.set("query", predicates.predicate(3));
        }
        if (chance.of(0.5)) {
            body.putArray("orderBy").addObject().put("field", orderField()).put("order", chance.one("asc", "desc"));
        }
        if (chance.of(0.3)) {
            List<String> fields = filters.textFields();
            ObjectNode text = body.putObject("fullTextFilter").put("term", filters.term(fields));
            if (!fields.isEmpty()) {
                text.set("fields", Json.strings(fields));
            }
        }
        if (chance.of(0.3)) {
            body.put("totalItems", chance.one("include", "exclude"));
        }
        List<String> fields = fields();
        if (!fields.isEmpty()) {
            body.set("fields", Json.strings(fields));
        }
        int limit = limit();
        if (limit >= 0) {
            body.put("limit", limit);
        }
        if (chance.of(0.2)) {
            body.put("offset", chance.below(30));
        }
        return new Request(Kind.QUERY, "/entities/by-query", body.toString(), limit, fields, true);
    }

    private Request refs() {
        ObjectNode body = Json.object();
        ArrayNode refs = body.putArray("entityRefs");
        for (int i = chance.below(12); i > 0; i--) {
            refs.add(chance.of(0.15) ? "component:default/nobody-" + i : anyCaseRef());
        }
        List<String> fields = fields();
        if (!fields.isEmpty()) {
            body.set("fields", Json.strings(fields));
        }
        if (chance.of(0.3)) {
            body.set("query", predicates.predicate(2));
        }
        String filter = new Parameters().filters(filters.some(0.4)).toString();
        return Request.of(Kind.REFS, "/entities/by-refs" + filter, body.toString());
    }

    private Request one() {
        if (chance.of(0.4)) {
            String uid = chance.of(0.2)
                    ? chance.uuid().toString()
                    : chance.one(vocabulary.entities()).uid();
            return Request.of(Kind.ONE, "/entities/by-uid/" + uid, "");
        }
        return Request.of(Kind.ONE, byName(), "");
    }

    private Request ancestry() {
        return Request.of(Kind.ANCESTRY, byName() + "/ancestry", "");
    }

    private String byName() {
        String ref = chance.of(0.15) ? "component:default/nobody" : anyCaseRef();
        return "/entities/by-name/" + ref.replace(':', '/');
    }

    private Request facets() {
        List<String> facets =
                chance.some(3, vocabulary.keys()).stream().distinct().toList();
        facets = facets.isEmpty() ? List.of(chance.one("kind", "metadata.tags", "metadata.absent")) : facets;
        if (chance.of(0.5)) {
            ObjectNode body = Json.object();
            body.set("facets", Json.strings(facets));
            body.set("query", predicates.predicate(3));
            return Request.of(Kind.FACETS, "/entity-facets", body.toString());
        }
        Parameters parameters = new Parameters().filters(filters.some(0.6));
        facets.forEach(facet -> parameters.add("facet", chance.otherCase(facet)));
        return Request.of(Kind.FACETS, "/entity-facets" + parameters, "");
    }

    private String anyCaseRef() {
        return chance.otherCase(chance.one(vocabulary.entities()).ref());
    }

    private int limit() {
        return chance.of(0.05) ? 0 : chance.of(0.8) ? chance.one(LIMITS) : -1;
    }

    private String orderField() {
        return chance.of(0.8)
                ? chance.one(
                        "metadata.name",
                        "metadata.title",
                        "kind",
                        "spec.type",
                        "metadata.uid",
                        "metadata.description",
                        "metadata.name",
                        "metadata.namespace",
                        "metadata.absent")
                : chance.one(vocabulary.single());
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>(chance.of(0.3) ? chance.some(4, vocabulary.paths()) : List.of());
        if (!fields.isEmpty() && chance.of(0.2)) {
            fields.add("metadata.absent");
        }
        return fields.stream().distinct().toList();
    }
}
