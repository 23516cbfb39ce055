package dev.portico.api.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import dev.portico.search.Filter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class PredicateTest {

    @Test
    void fields_have_to_hold_together() {
        assertThat(parse("{\"kind\":\"API\",\"spec.type\":\"x\"}"))
                .isEqualTo(
                        new Filter.All(List.of(new Filter.OneOf("kind", "API"), new Filter.OneOf("spec.type", "x"))));
        assertThat(parse("{}")).isEqualTo(Filter.everything());
        assertThat(Predicate.parse(null)).isEqualTo(Filter.everything());
    }

    @Test
    void numbers_and_booleans_are_compared_as_javascript_writes_them() {
        assertThat(parse("{\"a\":1.0}")).isEqualTo(new Filter.OneOf("a", "1"));
        assertThat(parse("{\"a\":0.50}")).isEqualTo(new Filter.OneOf("a", "0.5"));
        assertThat(parse("{\"a\":10}")).isEqualTo(new Filter.OneOf("a", "10"));
        assertThat(parse("{\"a\":true}")).isEqualTo(new Filter.OneOf("a", "true"));
    }

    @Test
    void every_operator_of_a_field_has_its_filter() {
        assertThat(parse("{\"a\":{\"$exists\":true}}")).isEqualTo(new Filter.Exists("a"));
        assertThat(parse("{\"a\":{\"$exists\":false}}")).isEqualTo(new Filter.Not(new Filter.Exists("a")));
        assertThat(parse("{\"a\":{\"$in\":[\"x\",2]}}")).isEqualTo(new Filter.OneOf("a", Set.of("x", "2")));
        assertThat(parse("{\"a\":{\"$in\":[]}}")).isEqualTo(new Filter.OneOf("a", Set.of()));
        assertThat(parse("{\"a\":{\"$hasPrefix\":\"x\"}}")).isEqualTo(new Filter.StartsWith("a", "x"));
        assertThat(parse("{\"a\":{\"$contains\":\"x\"}}")).isEqualTo(new Filter.OneOf("a", "x"));
    }

    @Test
    void relations_contain_a_type_and_perhaps_targets() {
        assertThat(parse("{\"relations\":{\"$contains\":{\"type\":\"ownedBy\"}}}"))
                .isEqualTo(new Filter.Exists("relations.ownedBy"));
        assertThat(parse("{\"relations\":{\"$contains\":{\"type\":\"ownedBy\",\"targetRef\":\"group:default/x\"}}}"))
                .isEqualTo(new Filter.OneOf("relations.ownedBy", "group:default/x"));
        assertThat(parse("{\"relations\":{\"$contains\":{\"type\":\"t\",\"targetRef\":{\"$in\":[\"a\",\"b\"]}}}}"))
                .isEqualTo(new Filter.OneOf("relations.t", Set.of("a", "b")));
    }

    @Test
    void all_any_and_not_join_predicates() {
        assertThat(parse("{\"$all\":[{\"a\":\"x\"},{\"$not\":{\"b\":\"y\"}}]}"))
                .isEqualTo(new Filter.All(
                        List.of(new Filter.OneOf("a", "x"), new Filter.Not(new Filter.OneOf("b", "y")))));
        assertThat(parse("{\"$any\":[]}")).isEqualTo(Filter.nothing());
        assertThat(parse("{\"$all\":[]}")).isEqualTo(Filter.everything());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kind\"",
                "[]",
                "1",
                "null",
                "{\"a\":null}",
                "{\"a\":[]}",
                "{\"a\":{}}",
                "{\"a\":{\"$exists\":1}}",
                "{\"a\":{\"$exists\":true,\"$in\":[]}}",
                "{\"a\":{\"$like\":\"x\"}}",
                "{\"a\":{\"b\":\"x\"}}",
                "{\"a\":{\"$in\":\"x\"}}",
                "{\"a\":{\"$in\":[null]}}",
                "{\"a\":{\"$hasPrefix\":1}}",
                "{\"a\":{\"$contains\":{\"type\":\"x\"}}}",
                "{\"relations\":{\"$contains\":{}}}",
                "{\"relations\":{\"$contains\":{\"type\":1}}}",
                "{\"relations\":{\"$contains\":{\"type\":\"x\",\"other\":\"y\"}}}",
                "{\"relations\":{\"$contains\":{\"type\":\"x\",\"targetRef\":{\"$in\":[]}}}}",
                "{\"$all\":[{\"a\":\"x\"}],\"b\":\"y\"}",
                "{\"b\":\"y\",\"$any\":[]}",
                "{\"$all\":{}}",
                "{\"$all\":[\"x\"]}",
                "{\"$not\":[]}",
                "{\"$or\":[]}"
            })
    void anything_else_is_refused(String query) {
        assertThatThrownBy(() -> parse(query))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageStartingWith("Invalid query: ");
    }

    @Test
    void a_query_of_more_than_a_thousand_tests_is_refused() {
        String tests = "{\"a\":\"x\"},".repeat(1_001);
        assertThatThrownBy(() -> parse("{\"$any\":[" + tests + "{\"b\":\"y\"}]}"))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("1000");
    }

    private static Filter parse(String query) {
        return Predicate.parse(JsonMapper.shared().readTree(query));
    }
}
