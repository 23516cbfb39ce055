package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatchTest {

    @ParameterizedTest
    @CsvSource({
        "fare-engine, fare-engine, 100",
        "Fare, fare-engine, 80",
        "engine, fare-engine, 60",
        "eng fare, fare-engine, 60",
        "gine, fare-engine, 40",
        "ferry, fare-engine, 0",
        "---, fare-engine, 0"
    })
    void a_name_fits_the_better_the_more_of_it_was_typed(String typed, String name, int fit) {
        assertThat(Match.of(typed, name)).isEqualTo(fit);
    }

    @Test
    void what_was_typed_is_marked_and_nothing_of_a_name_is_markup() {
        String marked = Match.marked("b img", "<b>img</b>").getElement().getOuterHTML();

        assertThat(marked).contains("&lt;<mark>b</mark>&gt;<mark>img</mark>&lt;/<mark>b</mark>&gt;");
    }

    @Test
    void a_name_whose_lower_case_is_longer_is_shown_whole_and_unmarked() {
        assertThat(Match.marked("i", "İzmir").getElement().getTextRecursively()).isEqualTo("İzmir");
    }

    @ParameterizedTest
    @CsvSource({"catalg, catalog, true", "sorces, Sources, true", "docs, home, false", "x, y, false"})
    void two_letters_apart_is_near(String one, String other, boolean near) {
        assertThat(Match.near(one, other)).isEqualTo(near);
    }
}
