package dev.portico.api.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Promise: a relation that only a hidden entity states is nowhere for whoever may not read that one.
@PorticoTest
final class GuardedRelationsTest {

    private static final String ENTITIES = "/api/catalog/entities";
    private static FaceWorld world;
    private static String guest;

    @BeforeAll
    static void write_the_entities(@Autowired ApplicationContext context, @TempDir Path folder) throws Exception {
        world = new FaceWorld(context, folder);
        guest = world.guest();
    }

    @Test
    void the_json_of_an_entity_names_no_hidden_one() throws Exception {
        String system = world.byName("System", "system");
        String listed = ENTITIES + "?filter=metadata.name=" + world.named("system");
        String own = "/api/portico/entities/system/default/" + world.named("system");
        for (String path :
                new String[] {system, listed, ENTITIES + "/by-query?filter=metadata.name=" + world.named("system"), own
                }) {
            assertThat(world.get(path).toString()).as(path).contains(hidden(), part());
            assertThat(asGuest(path).toString()).as(path).contains(part()).doesNotContain("hidden-");
        }
    }

    @Test
    void the_etag_tells_nothing_of_what_is_left_out() throws Exception {
        String system = world.byName("System", "system");
        assertThat(asGuest(system).at("/metadata/etag"))
                .isEqualTo(world.get(system).at("/metadata/etag"));
        assertThat(asGuest(world.byName("Component", "c1"))).isEqualTo(world.get(world.byName("Component", "c1")));
    }

    @Test
    void what_an_entity_states_itself_stays() throws Exception {
        JsonNode part = asGuest(world.byName("Component", "part"));
        assertThat(part.path("relations").toString()).contains("dependsOn", hidden());
        assertThat(count(asGuest("/api/catalog/entity-facets?facet=relations.dependsOn"), hidden()))
                .isEqualTo(1);
        assertThat(asGuest(ENTITIES + "?filter=relations.dependsOn=" + hidden()))
                .hasSize(1);
    }

    @Test
    void facets_filters_and_orders_know_nothing_of_it() throws Exception {
        String facets = "/api/catalog/entity-facets?facet=relations.hasPart";
        assertThat(count(world.get(facets), hidden())).isEqualTo(1);
        assertThat(asGuest(facets).toString()).doesNotContain("hidden-");
        for (String filter : new String[] {"relations.hasPart=" + hidden(), "RELATIONS.haspart=" + hidden()}) {
            assertThat(world.get(ENTITIES + "?filter=" + filter)).as(filter).hasSize(1);
            assertThat(asGuest(ENTITIES + "?filter=" + filter)).as(filter).isEmpty();
        }
        assertThat(asGuest(ENTITIES + "?filter=relations.hasPart=" + part())).hasSize(1);
        String prefix = "{\"query\":{\"relations.hasPart\":{\"$hasPrefix\":\"" + hidden() + "\"}}}";
        assertThat(FaceWorld.json(world.call(guest, "POST", ENTITIES + "/by-query", prefix))
                        .path("items"))
                .isEmpty();
        assertThat(world.post(ENTITIES + "/by-query", prefix).path("items")).hasSize(1);
        String ordered =
                ENTITIES + "/by-query?orderField=relations.hasPart&filter=metadata.name=" + world.named("system");
        assertThat(world.get(ordered).path("items")).hasSize(1);
        assertThat(asGuest(ordered).path("items")).isEmpty();
    }

    @Test
    void a_tag_is_that_of_what_the_reader_is_given() throws Exception {
        String path = "/api/portico/entities/system/default/" + world.named("system");
        String tag = world.call("GET", path, "").headers().firstValue("ETag").orElseThrow();
        assertThat(world.call("GET", path, "").headers().firstValue("ETag")).hasValue(tag);
        assertThat(world.call(guest, "GET", path, "").headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(Optional.of(tag));
    }

    @Test
    void a_value_with_a_comma_is_one_value() throws Exception {
        String title = FaceWorld.encoded("metadata.title=Fares, EU " + world.mark);
        assertThat(world.get("/api/portico/search?where=" + title).path("total").asInt())
                .isEqualTo(1);
        assertThat(world.get("/api/portico/search?where=" + title + "&where=kind=System&facet=kind")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(world.get("/api/portico/entities?kind=component,system&text=" + world.mark)
                        .path("matching")
                        .asInt())
                .isZero();
        assertThat(world.get("/api/portico/entities?kind=component&kind=system&text=" + world.mark)
                        .path("matching")
                        .asInt())
                .isPositive();
    }

    private static long count(JsonNode facets, String value) {
        long count = 0;
        for (JsonNode facet : facets.path("facets").iterator().next()) {
            count += facet.path("value").asString().equals(value)
                    ? facet.path("count").asLong()
                    : 0;
        }
        return count;
    }

    private static JsonNode asGuest(String path) throws Exception {
        return FaceWorld.json(world.call(guest, "GET", path, ""));
    }

    private static String hidden() {
        return world.ref("component", "hidden");
    }

    private static String part() {
        return world.ref("component", "part");
    }
}
