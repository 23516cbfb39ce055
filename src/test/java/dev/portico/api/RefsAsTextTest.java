package dev.portico.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Problem;
import dev.portico.kernel.EntityRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

@PorticoTest
final class RefsAsTextTest {

    private static final String NAME = "refs-as-text";
    private static final String DESCRIPTOR = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: refs-as-text
            spec:
              type: service
              lifecycle: production
              owner: refs-owner
              system: refs-system
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: refs-as-text-broken
              tags: [Not A Tag]
            """;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JsonMapper json;

    @Test
    void refs_are_text_in_every_answer_and_read_back_as_they_were() throws Exception {
        call("PUT", "/api/portico/sources/" + NAME + "/descriptors", DESCRIPTOR);

        JsonNode row = json.readTree(call("GET", "/api/portico/entities?text=" + NAME, ""))
                .path("items")
                .path(0);
        JsonNode problem = json.readTree(call("GET", "/api/portico/sources/" + NAME + "/problems", ""))
                .path(0);

        assertThat(row.path("ref").asString()).isEqualTo("component:default/refs-as-text");
        assertThat(row.path("owner").asString()).isEqualTo("group:default/refs-owner");
        assertThat(row.path("system").asString()).isEqualTo("system:default/refs-system");
        assertThat(problem.path("ref").asString()).isEqualTo("component:default/refs-as-text-broken");
        EntitySummary summary = json.treeToValue(row, EntitySummary.class);
        assertThat(summary.owner()).isEqualTo(EntityRef.parse("group:refs-owner"));
        assertThat(json.treeToValue(problem, Problem.class).ref())
                .isEqualTo(EntityRef.parse("component:refs-as-text-broken"));
    }

    @Test
    void refs_are_text_as_items_and_as_keys() {
        EntityRef ref = EntityRef.parse("api:trains/timetable");
        Map<EntityRef, List<EntityRef>> refs = Map.of(ref, List.of(ref));

        String text = json.writeValueAsString(refs);

        assertThat(text).isEqualTo("{\"api:trains/timetable\":[\"api:trains/timetable\"]}");
        assertThat(json.readValue(text, new TypeReference<Map<EntityRef, List<EntityRef>>>() {}))
                .isEqualTo(refs);
    }

    @Test
    void what_is_no_ref_does_not_fit() {
        assertThatThrownBy(() -> json.readValue("\"timetable\"", EntityRef.class))
                .isInstanceOf(InvalidFormatException.class);
        assertThatThrownBy(() -> json.readValue("{\"kind\":\"api\"}", EntityRef.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void the_description_says_that_refs_are_text() throws Exception {
        JsonNode schemas = json.readTree(call("GET", "/api/portico/openapi", ""))
                .path("components")
                .path("schemas");

        assertThat(schemas.has("EntityRef")).isFalse();
        assertThat(schemas.path("EntitySummary")
                        .path("properties")
                        .path("ref")
                        .path("type")
                        .asString())
                .isEqualTo("string");
    }

    private String call(String method, String path, String body) throws Exception {
        return TestPortal.of(context)
                .call(TestPortal.ADMIN_TOKEN, method, path, body)
                .body();
    }
}
