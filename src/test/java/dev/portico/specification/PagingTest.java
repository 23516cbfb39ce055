package dev.portico.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.specification.ReadApi.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What §2.3 of the specification says of order, full text and pages, with expectations made by hand.
final class PagingTest {

    private final CatalogModel model = Sample.model();

    @Test
    void pages_without_an_order_go_by_uid_and_are_walked_forth_and_back_by_either_verb() {
        Answer first = model.get("/entities/by-query?limit=2");
        assertThat(Sample.names(first)).containsExactly("Alpha", "beta");
        assertThat(total(first)).isEqualTo(6);
        assertThat(cursor(first, "prevCursor")).isEmpty();

        Answer second = byGet(cursor(first, "nextCursor"));
        assertThat(Sample.names(second)).containsExactly("gamma", "riders");
        Answer third = byPost(cursor(second, "nextCursor"));
        assertThat(Sample.names(third)).hasSize(2).startsWith("bo");
        assertThat(cursor(third, "nextCursor")).isEmpty();
        assertThat(total(third)).isEqualTo(6);

        Answer back = byPost(cursor(third, "prevCursor"));
        assertThat(back.body()).isEqualTo(second.body());
        Answer start = byGet(cursor(back, "prevCursor"));
        assertThat(Sample.names(start)).containsExactly("Alpha", "beta");
        assertThat(cursor(start, "prevCursor")).isEmpty();
        assertThat(cursor(start, "nextCursor")).isNotEmpty();
    }

    @Test
    void an_order_leaves_out_what_lacks_the_field_and_breaks_ties_by_uid() {
        Answer up = model.get("/entities/by-query?orderField=metadata.title%2Casc");
        assertThat(Sample.names(up)).containsExactly("Alpha", "beta", "bo");
        assertThat(total(up)).isEqualTo(3);
        assertThat(Sample.names(model.get("/entities/by-query?orderField=metadata.title%2Cdesc")))
                .containsExactly("bo", "beta", "Alpha");
        assertThat(Sample.names(model.get("/entities/by-query?orderField=spec.lifecycle%2Cdesc&orderField=kind%2Casc")))
                .containsExactly("gamma", "Alpha", "beta");
    }

    @Test
    void a_limit_of_none_tells_the_total_alone() {
        Answer none = model.get("/entities/by-query?limit=0&filter=kind%3Dcomponent");
        assertThat(none.body()).isEqualTo("{\"items\":[],\"totalItems\":3,\"pageInfo\":{}}");
    }

    @Test
    void totals_may_be_left_out_and_an_offset_skips() {
        Answer page = model.get("/entities/by-query?limit=2&offset=3&totalItems=exclude&filter=kind");
        assertThat(Sample.names(page)).containsExactly("riders", "bo");
        assertThat(total(page)).isZero();
        assertThat(total(byPost(cursor(page, "nextCursor")))).isZero();
    }

    @Test
    void full_text_looks_at_the_fields_given_or_at_the_order_or_at_the_uid() {
        assertThat(Sample.names(model.get("/entities/by-query?fullTextFilterTerm=%20MACHINE%20"
                        + "&fullTextFilterFields=metadata.title%2Cspec.type")))
                .containsExactly("Alpha", "beta");
        assertThat(Sample.names(model.get("/entities/by-query?fullTextFilterTerm=et&orderField=metadata.title%2Casc")))
                .containsExactly("Alpha", "beta");
        assertThat(Sample.names(model.get("/entities/by-query?fullTextFilterTerm=ticket")))
                .isEmpty();
        assertThat(Sample.names(model.post(
                        "/entities/by-query",
                        "{\"fullTextFilter\":{\"term\":\"bo ek\",\"fields\":[\"spec.profile.displayName\"]}}")))
                .containsExactly("bo");
        assertThat(Sample.names(model.get(
                        "/entities/by-query?fullTextFilterTerm=long&fullTextFilterFields=metadata.description")))
                .isEmpty();
    }

    @Test
    void a_list_has_a_link_as_long_as_a_limit_leaves_some_out() {
        Answer first = model.get("/entities?limit=4&order=asc%3Ametadata.title&fields=metadata.name");
        assertThat(Sample.names(first)).containsExactly("Alpha", "beta", "bo", "gamma");
        assertThat(first.link()).startsWith("</entities?").endsWith(">; rel=\"next\"");

        Answer second = model.get(first.link().substring(1, first.link().indexOf('>')));
        assertThat(Sample.names(second)).hasSize(2).startsWith("riders");
        assertThat(second.link()).isEmpty();
        assertThat(model.get("/entities?offset=2").link()).isEmpty();
        assertThat(Sample.names(model.get("/entities?order=desc%3Ametadata.title&limit=2")))
                .containsExactly("bo", "Alpha");
    }

    private Answer byGet(String cursor) {
        return model.get("/entities/by-query?limit=2&cursor=" + Request.encoded(cursor));
    }

    private Answer byPost(String cursor) {
        return model.post(
                "/entities/by-query",
                Json.object().put("cursor", cursor).put("limit", 2).toString());
    }

    private static int total(Answer answer) {
        return Json.parse(answer.body()).path("totalItems").intValue();
    }

    private static String cursor(Answer answer, String name) {
        JsonNode pageInfo = Json.parse(answer.body()).path("pageInfo");
        assertThat(List.of("nextCursor", "prevCursor")).containsAll(pageInfo.propertyNames());
        return pageInfo.path(name).asString("");
    }
}
