package dev.portico.api.backstage;

import static dev.portico.api.backstage.FaceWorld.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@PorticoTest
final class EntityListsTest {

    private static final String BY_QUERY = "/api/catalog/entities/by-query";
    private static FaceWorld world;

    @BeforeAll
    static void write_the_entities(@Autowired ApplicationContext context, @TempDir Path folder) throws Exception {
        world = new FaceWorld(context, folder);
    }

    @Test
    void the_plain_list_is_an_array_in_the_order_asked_for() throws Exception {
        JsonNode all = world.get("/api/catalog/entities?filter=" + world.components());
        JsonNode ordered = world.get("/api/catalog/entities?order=asc:metadata.title&filter=" + world.components());
        JsonNode reversed = world.get(
                "/api/catalog/entities?order=desc:spec.type&order=desc:metadata.name&filter=" + world.components());

        assertThat(world.names(all)).containsExactly("c1", "c2", "c3", "c4", "c5", "c6", "c7");
        assertThat(world.names(ordered)).containsExactly("c5", "c4", "c3", "c2", "c1", "c6", "c7");
        assertThat(world.names(reversed)).containsExactly("c6", "c4", "c2", "c7", "c5", "c3", "c1");
    }

    @Test
    void an_entity_has_what_the_catalog_adds_to_it() throws Exception {
        JsonNode entity = world.get(world.byName("Component", "c1"));

        assertThat(entity.path("apiVersion").asString()).isEqualTo("backstage.io/v1alpha1");
        assertThat(entity.path("metadata").path("uid").asString()).hasSize(36);
        assertThat(entity.path("metadata").path("etag").asString()).isNotEmpty();
        assertThat(entity.path("metadata").path("namespace").asString()).isEqualTo("default");
        assertThat(entity.path("relations").toString())
                .isEqualTo("[{\"type\":\"ownedBy\",\"targetRef\":\"" + world.ref("group", "team") + "\"}]");
    }

    @Test
    void the_plain_list_is_counted_off_with_links() throws Exception {
        String path = "/api/catalog/entities?limit=3&offset=1&filter=" + world.components();
        HttpResponse<String> first = world.call("GET", path, "");
        String link = first.headers().firstValue("Link").orElseThrow();
        String next = "/api/catalog" + link.substring(1, link.indexOf('>'));
        HttpResponse<String> second = world.call("GET", next, "");

        assertThat(world.names(FaceWorld.json(first))).containsExactly("c2", "c3", "c4");
        assertThat(link).startsWith("</entities?limit=3&filter=").endsWith(">; rel=\"next\"");
        assertThat(world.names(FaceWorld.json(second))).containsExactly("c5", "c6", "c7");
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void pages_lead_forth_and_back_again() throws Exception {
        JsonNode first = world.get(BY_QUERY + "?limit=2&orderField=metadata.title,desc&filter=" + world.components());
        JsonNode second = next(first, 2);
        JsonNode third = next(second, 2);

        assertThat(world.names(first.path("items"))).containsExactly("c1", "c2");
        assertThat(first.path("totalItems").asInt()).isEqualTo(5);
        assertThat(first.path("pageInfo").has("prevCursor")).isFalse();
        assertThat(world.names(second.path("items"))).containsExactly("c3", "c4");
        assertThat(second.path("totalItems").asInt()).isEqualTo(5);
        assertThat(world.names(third.path("items"))).containsExactly("c5");
        assertThat(third.path("pageInfo").has("nextCursor")).isFalse();
        JsonNode backAtSecond = previous(third, 2);
        JsonNode backAtFirst = previous(backAtSecond, 2);
        assertThat(world.names(backAtSecond.path("items"))).containsExactly("c3", "c4");
        assertThat(world.names(backAtFirst.path("items"))).containsExactly("c1", "c2");
        assertThat(backAtFirst.path("pageInfo").has("prevCursor")).isFalse();
        assertThat(world.names(next(backAtFirst, 9).path("items"))).containsExactly("c3", "c4", "c5");
    }

    @Test
    void both_verbs_serve_any_cursor_and_give_the_same() throws Exception {
        JsonNode first = world.get(BY_QUERY + "?limit=3&filter=" + world.components());
        String cursor = first.path("pageInfo").path("nextCursor").asString();
        String json = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);

        assertThat(FaceWorld.JSON.readTree(json).has("query")).isTrue();
        assertThat(world.get(BY_QUERY + "?limit=3&cursor=" + encoded(cursor)))
                .isEqualTo(world.post(BY_QUERY, "{\"cursor\":\"" + cursor + "\",\"limit\":3}"));
    }

    @Test
    void every_entity_is_met_once_whatever_the_page_size() throws Exception {
        for (int size = 1; size <= 8; size++) {
            List<String> names = new ArrayList<>();
            JsonNode page =
                    world.get(BY_QUERY + "?orderField=spec.type&limit=" + size + "&filter=" + world.components());
            names.addAll(world.names(page.path("items")));
            while (page.path("pageInfo").has("nextCursor")) {
                page = next(page, size);
                names.addAll(world.names(page.path("items")));
            }
            assertThat(names).as("pages of " + size).hasSize(7);
            assertThat(names.subList(0, 4)).containsExactlyInAnyOrder("c1", "c3", "c5", "c7");
            assertThat(names.subList(4, 7)).containsExactlyInAnyOrder("c2", "c4", "c6");
        }
    }

    @Test
    void equals_and_whatever_has_no_order_go_by_uid_in_the_direction_of_the_list() throws Exception {
        JsonNode plain = world.get(BY_QUERY + "?filter=" + world.components());
        JsonNode equal = world.get(BY_QUERY + "?orderField=spec.lifecycle,desc&filter=" + world.components());

        assertThat(uids(plain)).hasSize(7).isSorted();
        assertThat(uids(equal)).hasSize(7).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void an_entity_with_nothing_to_order_by_is_left_out_though_it_has_the_field() throws Exception {
        JsonNode ordered = world.get(BY_QUERY + "?orderField=metadata.nothing&filter=" + world.components());
        JsonNode having = world.get(BY_QUERY + "?filter=metadata.nothing," + world.components());

        assertThat(world.names(ordered.path("items"))).containsExactly("c2", "c1");
        assertThat(ordered.path("totalItems").asInt()).isEqualTo(2);
        assertThat(having.path("totalItems").asInt()).isEqualTo(3);
    }

    @Test
    void numbers_are_compared_as_javascript_writes_them() throws Exception {
        for (String number : List.of("12345678.5", "12345678.50", "1.23456785e7", "\"12345678.5\"")) {
            assertThat(matching("{\"metadata.tags\":\"" + world.mark + "\",\"metadata.number\":" + number + "}"))
                    .as(number)
                    .containsExactly("c1");
        }
        assertThat(matching("{\"metadata.number\":1e999}")).isEmpty();
    }

    @Test
    void a_limit_of_zero_only_counts_and_counting_can_be_left_out() throws Exception {
        JsonNode counted = world.get(BY_QUERY + "?limit=0&filter=" + world.components());
        JsonNode uncounted = world.post(
                BY_QUERY,
                "{\"limit\":1,\"totalItems\":\"exclude\",\"query\":{\"metadata.tags\":\"" + world.mark + "\"}}");

        assertThat(counted.toString()).isEqualTo("{\"items\":[],\"totalItems\":7,\"pageInfo\":{}}");
        assertThat(uncounted.path("totalItems").asInt()).isZero();
        assertThat(uncounted.path("items")).hasSize(1);
    }

    @Test
    void filters_are_alternatives_of_statements_that_hold_together() throws Exception {
        assertThat(named("metadata.tags=" + world.mark + ",kind=API", "metadata.name=" + world.named("C3")))
                .containsExactlyInAnyOrder("api", "c3");
        assertThat(named("metadata.tags=" + world.mark + ",spec.type=service,metadata.title"))
                .containsExactly("c2", "c4");
        assertThat(named("metadata.tags." + world.mark + "=true,metadata.name=" + world.named("c1") + ",metadata.name="
                        + world.named("c2")))
                .containsExactly("c1", "c2");
        assertThat(named("relations.ownedby=" + world.ref("group", "team") + ",kind=api"))
                .containsExactly("api");
        assertThat(named("spec.owner=" + world.ref("group", "team"))).isEmpty();
        assertThat(named("metadata.annotations.example.com/number=5,metadata.tags=" + world.mark))
                .hasSize(7);
        assertThat(named("spec.definition=" + "long ".repeat(1_000) + "end-" + world.mark))
                .containsExactly("api");
    }

    @Test
    void predicates_are_understood() throws Exception {
        String tagged = "{\"metadata.tags\":{\"$contains\":\"" + world.mark + "\"}}";
        assertThat(matching("{\"$all\":[" + tagged + ",{\"kind\":\"component\",\"spec.type\":\"SERVICE\"}]}"))
                .containsExactly("c2", "c4", "c6");
        assertThat(matching("{\"$all\":[" + tagged + ",{\"$not\":{\"metadata.title\":{\"$exists\":true}}},"
                        + "{\"kind\":{\"$in\":[\"Component\"]}}]}"))
                .containsExactly("c6", "c7");
        assertThat(matching("{\"$all\":[" + tagged + ",{\"metadata.title\":{\"$hasPrefix\":\"title 8\"}}]}"))
                .containsExactly("c1");
        assertThat(matching("{\"$all\":[" + tagged + ",{\"kind\":\"api\",\"relations\":{\"$contains\":"
                        + "{\"type\":\"ownedBy\",\"targetRef\":\"" + world.ref("group", "team") + "\"}}}]}"))
                .containsExactly("api");
        assertThat(matching("{\"$any\":[]}")).isEmpty();
    }

    @Test
    void text_is_looked_for_in_the_fields_given_else_in_the_field_of_the_order() throws Exception {
        String tagged = "\"query\":{\"metadata.tags\":\"" + world.mark + "\"}";
        JsonNode inTitle = world.post(
                BY_QUERY,
                "{" + tagged + ",\"fullTextFilter\":{\"term\":\" TITLE 8 \",\"fields\":[\"metadata.title\"]}}");
        JsonNode inOrder =
                world.get(BY_QUERY + "?fullTextFilterTerm=itle&orderField=metadata.title&filter=" + world.components());
        JsonNode nowhere = world.get(BY_QUERY + "?fullTextFilterTerm=itle&filter=" + world.components());
        JsonNode inLong = world.get(
                BY_QUERY + "?fullTextFilterFields=spec.definition,metadata.name&fullTextFilterTerm=end-" + world.mark);

        assertThat(world.names(inTitle.path("items"))).containsExactly("c1");
        assertThat(world.names(inOrder.path("items"))).containsExactly("c5", "c4", "c3", "c2", "c1");
        assertThat(nowhere.path("items")).isEmpty();
        assertThat(world.names(inLong.path("items"))).containsExactly("api");
    }

    @Test
    void nothing_but_the_fields_asked_for_is_given() throws Exception {
        JsonNode plain = world.get("/api/catalog/entities?fields=kind,metadata.name&fields=metadata.annotations."
                + "example.com/number&filter=" + encoded("metadata.name=" + world.named("c1")));
        JsonNode paged = world.post(
                BY_QUERY,
                "{\"fields\":[\"metadata.name\",\"spec.nothing\"],\"query\":{\"metadata.name\":\"" + world.named("c1")
                        + "\"}}");

        assertThat(plain.toString())
                .isEqualTo("[{\"kind\":\"Component\",\"metadata\":{\"name\":\"" + world.named("c1")
                        + "\",\"annotations\":{\"example.com/number\":\"5\"}}}]");
        assertThat(paged.path("items").toString())
                .isEqualTo("[{\"metadata\":{\"name\":\"" + world.named("c1") + "\"}}]");
    }

    @Test
    void a_guest_sees_what_is_public_and_counts_nothing_else() throws Exception {
        String guest = world.guest();
        JsonNode page = FaceWorld.json(world.call(guest, "GET", BY_QUERY + "?filter=" + world.components(), ""));
        JsonNode plain =
                FaceWorld.json(world.call(guest, "GET", "/api/catalog/entities?filter=" + world.components(), ""));

        assertThat(world.names(page.path("items"))).containsExactly("c1");
        assertThat(page.path("totalItems").asInt()).isEqualTo(1);
        assertThat(world.names(plain)).containsExactly("c1");
    }

    @Test
    void a_request_names_a_bounded_number_of_things() throws Exception {
        for (String path : List.of(
                "/api/catalog/entity-facets?" + named(21, "facet="),
                "/api/catalog/entities?" + named(9, "order=asc:"),
                BY_QUERY + "?" + named(9, "orderField="),
                BY_QUERY + "?" + named(101, "fields="),
                BY_QUERY + "?fullTextFilterTerm=x&" + named(21, "fullTextFilterFields="))) {
            HttpResponse<String> answer = world.call("GET", path, "");
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("InputError", "a request may name");
        }
        assertThat(world.call("GET", "/api/catalog/entity-facets?" + named(20, "facet=") + "&facet=PATH1", "")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String named(int number, String parameter) {
        return IntStream.range(0, number)
                .mapToObj(each -> parameter + "path" + each)
                .collect(Collectors.joining("&"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/catalog/entities?limit=0",
                "/api/catalog/entities?limit=x",
                "/api/catalog/entities?offset=-1",
                "/api/catalog/entities?after=",
                "/api/catalog/entities?after=x",
                "/api/catalog/entities?order=metadata.name",
                "/api/catalog/entities?order=up:metadata.name",
                "/api/catalog/entities?fields=metadata.tags%5B0%5D",
                "/api/catalog/entities?filter=%3Dx",
                "/api/catalog/entities?unknown=1",
                "/api/catalog/entities/by-query?limit=-1",
                "/api/catalog/entities/by-query?orderField=a,up",
                "/api/catalog/entities/by-query?totalItems=some",
                "/api/catalog/entities/by-query?cursor=nonsense",
                "/api/catalog/entity-facets",
                "/api/catalog/entity-facets?facet="
            })
    void what_does_not_fit_is_an_input_error(String path) throws Exception {
        HttpResponse<String> answer = world.call("GET", path, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode body = FaceWorld.JSON.readTree(answer.body());
        assertThat(body.path("error").path("name").asString()).isEqualTo("InputError");
        assertThat(body.path("error").path("message").asString()).isNotEmpty();
        assertThat(body.path("request").toString())
                .isEqualTo("{\"method\":\"GET\",\"url\":\"" + path.substring("/api/catalog".length()) + "\"}");
        assertThat(body.path("response").toString()).isEqualTo("{\"statusCode\":400}");
    }

    private List<String> named(String... filters) throws Exception {
        StringBuilder path = new StringBuilder("/api/catalog/entities?");
        for (String filter : filters) {
            path.append("filter=").append(encoded(filter)).append('&');
        }
        return world.names(world.get(path.toString()));
    }

    private List<String> matching(String query) throws Exception {
        return world.names(world.post(BY_QUERY, "{\"query\":" + query + "}").path("items")).stream()
                .sorted()
                .toList();
    }

    private static List<String> uids(JsonNode page) {
        List<String> uids = new ArrayList<>();
        page.path("items")
                .forEach(entity -> uids.add(entity.path("metadata").path("uid").asString()));
        return uids;
    }

    private static JsonNode next(JsonNode page, int limit) throws Exception {
        return follow(page, "nextCursor", limit);
    }

    private static JsonNode previous(JsonNode page, int limit) throws Exception {
        return follow(page, "prevCursor", limit);
    }

    private static JsonNode follow(JsonNode page, String name, int limit) throws Exception {
        String cursor = page.path("pageInfo").path(name).asString();
        return world.get(BY_QUERY + "?limit=" + limit + "&cursor=" + encoded(cursor));
    }
}
