package dev.portico.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class ConditionJsonTest {

    @Test
    void a_tree_is_written_and_read() {
        Condition condition = new Condition.AllOf(List.of(
                new Rule.OwnerIsMine(),
                new Condition.Not(new Condition.AnyOf(List.of(
                        new Rule.KindIn(Set.of("API", "component")),
                        new Rule.LabelHas("tier", Set.of()),
                        new Rule.SpaceIs("payments"))))));

        assertThat(ConditionJson.write(condition).toString()).isEqualTo("""
                {"rule":"all-of","parts":[{"rule":"owner-is-mine"},{"rule":"not","part":{"rule":"any-of","parts":[\
                {"rule":"kind-in","values":["api","component"]},{"rule":"label-has","label":"tier"},\
                {"rule":"space-is","space":"payments"}]}}]}""");
        assertThat(read(ConditionJson.write(condition).toString())).isEqualTo(condition);
        assertThat(condition.words())
                .isEqualTo("its owner is you or one of your groups and it is not so that (its kind is api or component"
                        + " or it has the label tier or it belongs to the space payments)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"rule":"emperor"}                                              | /c/rule: there is no rule "emperor"
            {}                                                              | /c/rule: a text
            []                                                              | /c: a condition is an object
            "owner-is-mine"                                                 | /c: a condition is an object
            {"rule":"owner-is-mine","of":"jane"}                            | /c/of: the rule owner-is-mine has no such
            {"rule":"kind-in"}                                              | /c/values: the values are a list
            {"rule":"kind-in","values":[]}                                  | /c/values: the values are a list
            {"rule":"kind-in","values":["a",1]}                             | /c/values/1: a text
            {"rule":"label-has","label":"tier","values":[]}                 | /c/values: the values are a list
            {"rule":"label-has","label":" "}                                | /c/label: it is empty
            {"rule":"spec-equals","field":"type","value":null}              | /c/value: a text
            {"rule":"tag-has","tag":"a\\u0000b"}                            | /c/tag: a text has at most
            {"rule":"not"}                                                  | /c/part: a condition is an object
            {"rule":"any-of","parts":[{"rule":"not","part":{"rule":"x"}}]}  | /c/parts/0/part/rule: there is no rule "x"
            """)
    void what_is_no_condition_is_refused_with_its_place(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("At " + message);
    }

    @Test
    void a_tree_that_is_too_large_is_refused() {
        String deep = "{\"rule\":\"not\",\"part\":".repeat(13) + "{\"rule\":\"owner-is-mine\"}" + "}".repeat(13);
        String wide = "{\"rule\":\"any-of\",\"parts\":[" + "{\"rule\":\"owner-is-mine\"},".repeat(250)
                + "{\"rule\":\"owner-is-mine\"}]}";

        assertThatThrownBy(() -> read(deep)).hasMessageContaining("too large");
        assertThatThrownBy(() -> read(wide)).hasMessageContaining("too large");
    }

    @Test
    void a_space_whose_things_nobody_looked_up_is_an_error_and_no_answer() {
        Condition space = new Rule.SpaceIs("payments");
        assertThatThrownBy(() -> space.holds(dev.portico.kernel.Reader.anonymous(), new NoThing()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Condition read(String json) {
        return ConditionJson.read(JsonMapper.shared().readTree(json), "/c");
    }

    private record NoThing() implements dev.portico.kernel.Thing {
        @Override
        public String type() {
            return "nothing";
        }

        @Override
        public String id() {
            return "none";
        }

        @Override
        public List<String> values(String path) {
            return List.of();
        }
    }
}
