package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.look.HomeCard.Place;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HomeLayoutTest {

    private static final HomeLayout LAYOUT = new HomeLayout(List.of("a", "b", "c"), List.of("d"), List.of("e"));

    @Test
    void a_card_moves_within_its_column_and_not_beyond() {
        assertThat(LAYOUT.moved("b", -1).main()).containsExactly("b", "a", "c");
        assertThat(LAYOUT.moved("b", 1).main()).containsExactly("a", "c", "b");
        assertThat(LAYOUT.moved("a", -1)).isEqualTo(LAYOUT);
        assertThat(LAYOUT.moved("d", 1)).isEqualTo(LAYOUT);
        assertThat(LAYOUT.moved("e", 1)).isEqualTo(LAYOUT);
    }

    @Test
    void a_card_stands_in_one_place_at_a_time() {
        assertThat(LAYOUT.with("e", Place.SIDE))
                .isEqualTo(new HomeLayout(List.of("a", "b", "c"), List.of("d", "e"), List.of()));
        assertThat(LAYOUT.with("a", Place.SIDE).side()).containsExactly("d", "a");
        assertThat(LAYOUT.hiding("a").hidden()).containsExactly("e", "a");
        assertThat(new HomeLayout(List.of("a", "a"), List.of("a", "b"), List.of("b")))
                .isEqualTo(new HomeLayout(List.of("a"), List.of("b"), List.of()));
    }

    @Test
    void it_outlives_being_written_and_whatever_else_stands_there_is_no_layout() {
        assertThat(HomeLayout.read(LAYOUT.json())).contains(LAYOUT);
        assertThat(HomeLayout.read("{\"main\": [\"a\"]}")).contains(new HomeLayout(List.of("a"), List.of(), List.of()));
        assertThat(HomeLayout.read("")).isEmpty();
        assertThat(HomeLayout.read("[1, 2]")).isEmpty();
        assertThat(HomeLayout.read("{")).isEmpty();
    }

    @Test
    void the_greeting_follows_the_readers_own_clock() {
        Instant nine = Instant.parse("2026-11-23T09:00:00Z");
        assertThat(HomeGreeting.of("Europe/Berlin", nine).hello("Marta Lind")).isEqualTo("Good morning, Marta");
        assertThat(HomeGreeting.of("Asia/Tokyo", nine).hello("Marta")).isEqualTo("Good evening, Marta");
        assertThat(HomeGreeting.of("Pacific/Auckland", nine).today()).isEqualTo("Monday 23 November");
        assertThat(HomeGreeting.of(null, nine).hello("Marta")).isEqualTo("Hello, Marta");
        assertThat(HomeGreeting.of("No/Where", nine).hello("Marta")).isEqualTo("Hello, Marta");
    }
}
