package dev.portico.api.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import dev.portico.search.Filter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FilterTextTest {

    @Test
    void statements_of_one_filter_have_to_hold_together() {
        assertThat(parse("kind=component,metadata.annotations.a/b"))
                .isEqualTo(new Filter.All(
                        List.of(new Filter.OneOf("kind", "component"), new Filter.Exists("metadata.annotations.a/b"))));
    }

    @Test
    void of_several_filters_one_has_to_hold() {
        assertThat(parse("kind=api", "kind=user"))
                .isEqualTo(new Filter.Any(List.of(new Filter.OneOf("kind", "api"), new Filter.OneOf("kind", "user"))));
    }

    @Test
    void a_key_that_is_named_twice_may_have_either_value() {
        assertThat(parse("kind=api,spec.type=x,kind=user"))
                .isEqualTo(new Filter.All(
                        List.of(new Filter.OneOf("kind", Set.of("api", "user")), new Filter.OneOf("spec.type", "x"))));
    }

    @Test
    void a_key_with_and_without_a_value_needs_the_value() {
        assertThat(parse("kind,kind=api")).isEqualTo(new Filter.OneOf("kind", "api"));
    }

    @Test
    void a_statement_is_split_at_its_first_equals_sign_and_trimmed() {
        assertThat(parse(" metadata.labels.a = b=c ")).isEqualTo(new Filter.OneOf("metadata.labels.a", "b=c"));
        assertThat(parse("spec.type=")).isEqualTo(new Filter.OneOf("spec.type", ""));
    }

    @Test
    void empty_statements_and_empty_filters_ask_for_nothing() {
        assertThat(parse("kind=api,,")).isEqualTo(new Filter.OneOf("kind", "api"));
        assertThat(parse("", "kind=api")).isEqualTo(new Filter.OneOf("kind", "api"));
        assertThat(parse("", ",")).isEqualTo(Filter.everything());
        assertThat(parse()).isEqualTo(Filter.everything());
    }

    @Test
    void a_statement_without_a_key_is_refused() {
        assertThatThrownBy(() -> parse("=x"))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("'=x' is not a valid statement");
    }

    @Test
    void a_filter_of_more_than_a_thousand_tests_is_refused() {
        StringBuilder filter = new StringBuilder();
        for (int i = 0; i <= 1_000; i++) {
            filter.append('k').append(i).append(',');
        }
        assertThatThrownBy(() -> parse(filter.toString())).isInstanceOf(Refusal.InvalidInput.class);
    }

    private static Filter parse(String... filters) {
        return FilterText.parse(List.of(filters));
    }
}
