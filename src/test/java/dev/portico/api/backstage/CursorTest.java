package dev.portico.api.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import dev.portico.search.Filter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CursorTest {

    private static final Listing PLAIN = new Listing(Filter.everything(), null, FullText.NONE);

    @Test
    void a_cursor_is_json_in_base_64_with_the_names_that_clients_know() {
        Listing listing = new Listing(
                new Filter.OneOf("kind", "Component"),
                new Sort("metadata.name", true),
                new FullText(" fare ", List.of("metadata.title")));
        String text = new Cursor(listing, List.of("m", "component:default/m"), true, List.of("z", "id"), 7).encode();

        assertThat(json(text)).isEqualTo(JsonMapper.shared().readTree("""
                {"orderFields":[{"field":"metadata.name","order":"desc"}],
                 "orderFieldValues":["m","component:default/m"],
                 "query":{"kind":"Component"},
                 "fullTextFilter":{"term":"fare","fields":["metadata.title"]},
                 "isPrevious":true,
                 "firstSortFieldValues":["z","id"],
                 "totalItems":7}"""));
    }

    @Test
    void a_cursor_of_an_unfiltered_list_has_no_query_so_that_clients_go_on_by_get() {
        String text = new Cursor(PLAIN, List.of("b"), false, List.of("a"), 1).encode();

        assertThat(json(text).has("query")).isFalse();
    }

    @Test
    void a_position_may_lack_a_value_but_never_the_id() {
        Listing listing = new Listing(Filter.everything(), new Sort("spec.x", false), FullText.NONE);
        Cursor cursor = new Cursor(listing, Arrays.asList(null, "id"), false, List.of("a", "id"), 1);
        Cursor lost = new Cursor(listing, Arrays.asList("a", null), false, List.of("a", "id"), 1);

        assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
        assertThatThrownBy(() -> Cursor.decode(lost.encode())).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void a_cursor_is_read_in_the_alphabet_of_urls_too() {
        Cursor cursor = new Cursor(PLAIN, List.of("ÿÿÿ?>"), false, List.of("ÿÿÿ?>"), 1);
        String text = cursor.encode();

        assertThat(Cursor.decode(text.replace('+', '-').replace('/', '_'))).isEqualTo(cursor);
        assertThat(Cursor.decode(text.replace('+', ' '))).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"orderFields\":[],\"orderFieldValues\":[],\"isPrevious\":false,\"firstSortFieldValues\":[\"a\"],"
                        + "\"totalItems\":1}",
                "{\"orderFields\":[],\"orderFieldValues\":[\"a\",\"b\"],\"isPrevious\":false,"
                        + "\"firstSortFieldValues\":[\"a\"],\"totalItems\":1}",
                "{\"orderFields\":[],\"orderFieldValues\":[1],\"isPrevious\":false,\"firstSortFieldValues\":[\"a\"],"
                        + "\"totalItems\":1}",
                "{\"orderFields\":[],\"orderFieldValues\":[\"a\"],\"isPrevious\":\"no\","
                        + "\"firstSortFieldValues\":[\"a\"],\"totalItems\":1}",
                "{\"orderFields\":[],\"orderFieldValues\":[\"a\"],\"isPrevious\":false,"
                        + "\"firstSortFieldValues\":[\"a\"],\"totalItems\":-1}",
                "{\"orderFields\":[],\"orderFieldValues\":[\"a\"],\"isPrevious\":false,"
                        + "\"firstSortFieldValues\":[\"a\"],\"totalItems\":1,\"query\":\"x\"}",
                "{\"orderFields\":[],\"orderFieldValues\":[\"a\"],\"isPrevious\":false,"
                        + "\"firstSortFieldValues\":[\"a\"],\"totalItems\":1,\"more\":1}",
                "{\"orderFields\":[{\"field\":\"a\",\"order\":\"up\"}],\"orderFieldValues\":[\"a\",\"b\"],"
                        + "\"isPrevious\":false,\"firstSortFieldValues\":[\"a\",\"b\"],\"totalItems\":1}",
                "{\"orderFields\":[1],\"orderFieldValues\":[\"a\",\"b\"],\"isPrevious\":false,"
                        + "\"firstSortFieldValues\":[\"a\",\"b\"],\"totalItems\":1}"
            })
    void a_cursor_that_was_tampered_with_is_refused(String json) {
        String text = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> Cursor.decode("%" + text)).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Property
    void a_cursor_says_what_it_was_made_of(@ForAll("filters") Filter filter, @ForAll("sorts") Sort sort) {
        Listing listing = new Listing(filter, sort, FullText.NONE);
        Cursor cursor = new Cursor(listing, List.of("ä\"", "id"), false, List.of("", "id"), 3);

        assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @Property
    void whatever_is_sent_as_a_cursor_is_read_or_refused(@ForAll String text) {
        try {
            Cursor.decode(text);
        } catch (Refusal.InvalidInput refused) {
            assertThat(refused.code()).isEqualTo("backstage-input");
        }
    }

    @Provide
    Arbitrary<Sort> sorts() {
        return Combinators.combine(Arbitraries.strings().ofMaxLength(9), Arbitraries.of(true, false))
                .as(Sort::new);
    }

    @Provide
    Arbitrary<Filter> filters() {
        return filters(3);
    }

    private static Arbitrary<Filter> filters(int depth) {
        Arbitrary<String> paths = Arbitraries.of("kind", "metadata.name", "metadata.annotations.a.b/c", "Spec.Type");
        Arbitrary<Set<String>> values =
                Arbitraries.strings().ofMaxLength(5).set().ofMaxSize(3);
        Arbitrary<Filter> leaves = Arbitraries.oneOf(
                paths.map(Filter.Exists::new),
                Combinators.combine(paths, values).as((path, wanted) -> new Filter.OneOf(path, wanted)),
                Combinators.combine(paths, Arbitraries.strings().ofMaxLength(5)).as(Filter.StartsWith::new));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Filter> parts = filters(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                parts.map(Filter.Not::new),
                parts.list().ofMaxSize(3).map(Filter.All::new),
                parts.list().ofMaxSize(3).map(Filter.Any::new));
    }

    private static JsonNode json(String cursor) {
        return JsonMapper.shared().readTree(Base64.getDecoder().decode(cursor));
    }
}
