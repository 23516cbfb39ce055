package dev.portico.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LiveUpdatesTest extends ScreenTest {

    @Test
    void what_comes_close_together_is_shown_together() throws Exception {
        open("catalog");
        List<Set<String>> shown = new ArrayList<>();
        LiveUpdates updates = new LiveUpdates(UI.getCurrent(), shown::add);

        for (int at = 0; at < 100; at++) {
            updates.changed(List.of("key-" + at % 10));
        }

        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(shown.stream().mapToInt(Set::size).sum()).isGreaterThanOrEqualTo(10);
        });
        assertThat(shown).hasSizeLessThanOrEqualTo(2);
        assertThat(shown.getLast()).contains("key-9");
    }

    @Test
    void more_than_a_thousand_at_once_are_cut() throws Exception {
        open("catalog");
        List<Set<String>> shown = new ArrayList<>();
        LiveUpdates updates = new LiveUpdates(UI.getCurrent(), shown::add);
        List<String> many = new ArrayList<>();
        for (int at = 0; at < 5_000; at++) {
            many.add("key-" + at);
        }

        updates.changed(many);

        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(shown).hasSize(1);
        });
        assertThat(shown.getFirst()).hasSize(1_000);
    }

    @Test
    void what_is_closed_shows_nothing() throws Exception {
        open("catalog");
        List<Set<String>> closed = new ArrayList<>();
        List<Set<String>> shown = new ArrayList<>();
        LiveUpdates first = new LiveUpdates(UI.getCurrent(), closed::add);
        LiveUpdates second = new LiveUpdates(UI.getCurrent(), shown::add);

        first.changed(List.of("a"));
        first.close();
        second.changed(List.of("a"));

        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(shown).hasSize(1);
        });
        assertThat(closed).isEmpty();
        assertThat(first.open()).isFalse();
        assertThat(second.open()).isTrue();
    }

    @Test
    void a_ui_that_is_gone_ends_it() throws Exception {
        open("catalog");
        LiveUpdates updates = new LiveUpdates(UI.getCurrent(), keys -> {});
        startAs(ENGINEER);

        updates.changed(List.of("a"));

        Eventually.passes(
                Duration.ofSeconds(5), () -> assertThat(updates.open()).isFalse());
    }
}
