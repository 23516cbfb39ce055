package dev.portico.specification;

import dev.portico.specification.Request.Kind;
import java.util.List;

/// Requests that must be refused, as the specification says them.
final class RandomRefusals {

    private static final List<Request> ALL = List.of(
            get("/entities?limit=0"),
            get("/entities?limit=-1"),
            get("/entities?limit=many"),
            get("/entities?offset=-1"),
            get("/entities?after=not-a-cursor"),
            get("/entities?filter=%3Dvalue"),
            get("/entities?fields=metadata.tags%5B0%5D"),
            get("/entities?order=metadata.name"),
            get("/entities?order=up%3Ametadata.name"),
            get("/entities?unknown=1"),
            get("/entities/by-query?limit=-1"),
            get("/entities/by-query?limit=many"),
            get("/entities/by-query?orderField=metadata.name%2Cup"),
            get("/entities/by-query?totalItems=perhaps"),
            get("/entities/by-query?cursor=not-a-cursor"),
            get("/entities/by-query?fields=metadata.tags%5B0%5D"),
            get("/entities/by-query?filter=%20%3Dvalue"),
            get("/entities/by-query?unknown=1"),
            get("/entity-facets"),
            get("/entity-facets?filter=kind%3Dcomponent"),
            get("/entities/by-uid/none"),
            get("/entities/by-name/component/default/none"),
            get("/entities/by-name/component/default/none/ancestry"),
            get("/nothing-here"),
            query("[]"),
            query("\"kind\""),
            query("{\"$all\":[],\"kind\":\"component\"}"),
            query("{\"$all\":{}}"),
            query("{\"$some\":[]}"),
            query("{\"$not\":[]}"),
            query("{\"$any\":[\"component\"]}"),
            query("{\"kind\":null}"),
            query("{\"kind\":[\"component\"]}"),
            query("{\"kind\":{\"$regex\":\"c\"}}"),
            query("{\"kind\":{\"$exists\":\"yes\"}}"),
            query("{\"kind\":{\"$in\":\"component\"}}"),
            query("{\"kind\":{\"$hasPrefix\":1}}"),
            post("/entities/by-query", "{\"unknown\":1}"),
            post("/entities/by-query", "{\"limit\":\"3\"}"),
            post("/entities/by-query", "{\"limit\":-1}"),
            post("/entities/by-query", "{\"cursor\":\"not-a-cursor\"}"),
            post("/entities/by-query", "{\"orderBy\":[{\"field\":\"kind\",\"order\":\"up\"}]}"),
            post("/entities/by-query", "not json"),
            post("/entities/by-refs", "{}"),
            post("/entities/by-refs", "{\"entityRefs\":\"component:default/a\"}"),
            post("/entities/by-refs", "{\"entityRefs\":[1]}"),
            post("/entities/by-refs", "{\"entityRefs\":[],\"query\":[]}"),
            post("/entity-facets", "{\"query\":{\"kind\":\"component\"}}"),
            post("/entity-facets", "{\"facets\":[\"kind\"],\"query\":\"kind\"}"));

    private RandomRefusals() {}

    static Request one(Chance chance) {
        return chance.one(ALL);
    }

    static List<Request> all() {
        return ALL;
    }

    private static Request get(String path) {
        return Request.of(Kind.REFUSED, path, "");
    }

    private static Request query(String query) {
        return post("/entities/by-query", "{\"query\":" + query + "}");
    }

    private static Request post(String path, String body) {
        return Request.of(Kind.REFUSED, path, body);
    }
}
