package dev.portico.specification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The calls that are no lists, and the shape of errors, with expectations made by hand.
final class CatalogModelTest {

    private static final String LOCATION = "generated-409dab3ca79f739daf5bf15c2e5a4f6432e4158c";

    private final CatalogModel model = Sample.model();

    @Test
    void an_entity_is_found_by_name_in_any_case_and_by_uid() {
        JsonNode alpha = Sample.entities().getFirst();
        assertThat(Json.parse(
                        model.get("/entities/by-name/component/Default/ALPHA").body()))
                .isEqualTo(alpha);
        assertThat(Json.parse(model.get("/entities/by-uid/u1").body())).isEqualTo(alpha);
    }

    @Test
    void an_error_tells_its_name_the_request_and_the_status() {
        JsonNode error = Json.parse(model.get("/entities/by-uid/none?").body());
        assertThat(error.path("error").path("name").asString()).isEqualTo("NotFoundError");
        assertThat(error.path("request").toString())
                .isEqualTo("{\"method\":\"GET\",\"url\":\"/entities/by-uid/none?\"}");
        assertThat(error.path("response").path("statusCode").asInt()).isEqualTo(404);
        assertThat(model.get("/no/such/route")).isEqualTo(new ReadApi.Answer(404, ""));
    }

    @Test
    void refs_are_answered_in_their_order_with_null_for_what_is_not_there() {
        assertThat(Sample.names(model.post(
                        "/entities/by-refs",
                        "{\"entityRefs\":[\"user:default/bo\",\"user:default/no\",\"Component:payments/Beta\"]}")))
                .containsExactly("bo", "null", "beta");
    }

    @Test
    void refs_that_a_filter_or_a_query_refuses_are_null() {
        assertThat(model.post("/entities/by-refs?filter=kind%3Dcomponent", """
                        {"entityRefs": ["user:default/bo", "component:payments/beta", "component:default/alpha"],
                         "fields": ["metadata.name"], "query": {"metadata.namespace": "payments"}}
                        """).body())
                .isEqualTo("{\"items\":[null,{\"metadata\":{\"name\":\"beta\"}},null]}");
    }

    @Test
    void fields_keep_what_they_name_and_keys_may_hold_dots() {
        assertThat(model.get("/entities?filter=metadata.uid%3Du1&fields=kind,metadata.labels.a.b%2Fc.d,"
                                + "metadata.tags,spec.absent,metadata.labels.a.b")
                        .body())
                .isEqualTo("[{\"kind\":\"Component\",\"metadata\":{\"labels\":{\"a.b/c.d\":\"x\"},"
                        + "\"tags\":[\"java\",\"rail\"]}}]");
        assertThat(model.get("/entities?filter=metadata.uid%3Du5&fields=spec.profile,spec,metadata.name&fields=kind")
                        .body())
                .isEqualTo("[{\"spec\":{\"memberOf\":[],\"profile\":{\"displayName\":\"Bo Ek\"}},"
                        + "\"metadata\":{\"name\":\"bo\"},\"kind\":\"User\"}]");
    }

    @Test
    void facets_count_entities_by_value_in_the_case_they_were_written_in() {
        assertThat(model.get("/entity-facets?facet=spec.type&facet=metadata.Tags&facet=spec.nothing&facet=none"
                                + "&filter=kind%3Dcomponent")
                        .body())
                .isEqualTo("{\"facets\":{"
                        + "\"spec.type\":[{\"value\":\"Service\",\"count\":1},{\"value\":\"library\",\"count\":1},"
                        + "{\"value\":\"service\",\"count\":1}],"
                        + "\"metadata.Tags\":[{\"value\":\"go\",\"count\":1},{\"value\":\"java\",\"count\":2},"
                        + "{\"value\":\"rail\",\"count\":1}],"
                        + "\"spec.nothing\":[],\"none\":[]}}");
        assertThat(model.post(
                                "/entity-facets",
                                "{\"facets\":[\"kind\",\"metadata.description\"],"
                                        + "\"query\":{\"metadata.namespace\":\"payments\"}}")
                        .body())
                .isEqualTo(
                        "{\"facets\":{\"kind\":[{\"value\":\"Component\",\"count\":1}],\"metadata.description\":[]}}");
    }

    @Test
    void ancestry_goes_from_an_entity_to_the_location_that_emitted_it() {
        JsonNode ancestry = Json.parse(
                model.get("/entities/by-name/component/default/alpha/ancestry").body());

        assertThat(ancestry.path("rootEntityRef").asString()).isEqualTo("component:default/alpha");
        assertThat(ancestry.path("items").size()).isEqualTo(2);
        assertThat(ancestry.path("items").path(0).path("entity"))
                .isEqualTo(Sample.entities().getFirst());
        assertThat(ancestry.path("items").path(0).path("parentEntityRefs").toString())
                .isEqualTo("[\"location:default/" + LOCATION + "\"]");
        assertThat(ancestry.path("items").path(1).path("parentEntityRefs").toString())
                .isEqualTo("[]");
    }

    @Test
    void what_must_be_refused_is_refused() {
        for (Request request : RandomRefusals.all()) {
            assertThat(request.send(model).status()).as(request.toString()).isIn(400, 404);
        }
    }
}
