package dev.portico.specification;

import dev.portico.specification.ReadApi.Answer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Six small entities that the model's own tests ask about, by names that say it all.
final class Sample {

    private static final String ENTITIES = """
            [
             {"apiVersion":"backstage.io/v1alpha1","kind":"Component",
              "metadata":{"name":"Alpha","namespace":"default","uid":"u1","etag":"e1","title":"Ticket Machine",
               "description":"%s","tags":["java","rail"],"labels":{"tier":"Gold","a.b/c.d":"x"},
               "annotations":{"backstage.io/managed-by-location":"url:https://git/a"}},
              "spec":{"type":"service","lifecycle":"production","owner":"group:riders","replicas":3,"ratio":0.50,
               "nothing":null,"public":true,"ports":[80,"http",80]},
              "relations":[{"type":"ownedBy","targetRef":"group:default/riders"}],
              "status":{"items":[{"level":"error"}]}},
             {"apiVersion":"backstage.io/v1alpha1","kind":"Component",
              "metadata":{"name":"beta","namespace":"payments","uid":"u2","etag":"e2","title":"ticket machine",
               "tags":["java","java"]},
              "spec":{"type":"Service","lifecycle":"experimental","owner":"riders"},
              "relations":[{"type":"ownedBy","targetRef":"group:payments/riders"}]},
             {"apiVersion":"backstage.io/v1alpha1","kind":"Component",
              "metadata":{"name":"gamma","namespace":"default","uid":"u3","etag":"e3","tags":["go"]},
              "spec":{"type":"library","lifecycle":"production","owner":"user:bo"},
              "relations":[{"type":"ownedBy","targetRef":"user:default/bo"}]},
             {"apiVersion":"backstage.io/v1alpha1","kind":"Group",
              "metadata":{"name":"riders","namespace":"default","uid":"u4","etag":"e4"},
              "spec":{"type":"team","children":[]},
              "relations":[{"type":"ownerOf","targetRef":"component:default/alpha"}]},
             {"apiVersion":"backstage.io/v1alpha1","kind":"User",
              "metadata":{"name":"bo","uid":"u5","etag":"e5","title":"Ägidius"},
              "spec":{"memberOf":[],"profile":{"displayName":"Bo Ek"}}},
             {"apiVersion":"backstage.io/v1alpha1","kind":"Location",
              "metadata":{"name":"generated-409dab3ca79f739daf5bf15c2e5a4f6432e4158c","namespace":"default",
               "uid":"u6","etag":"e6"},
              "spec":{"type":"url","target":"https://git/a"}}
            ]
            """.formatted("long ".repeat(41).strip());

    private Sample() {}

    static List<JsonNode> entities() {
        List<JsonNode> entities = new ArrayList<>();
        Json.parse(ENTITIES).forEach(entities::add);
        return entities;
    }

    static CatalogModel model() {
        return new CatalogModel(entities(), LongValues.UNSEEN);
    }

    /// The names of the items of an answer, in order; `null` for one that is null.
    static List<String> names(Answer answer) {
        JsonNode body = Json.parse(answer.body());
        List<String> names = new ArrayList<>();
        for (JsonNode item : body.isArray() ? body : body.path("items")) {
            names.add(item.path("metadata").path("name").asString("null"));
        }
        return names;
    }
}
