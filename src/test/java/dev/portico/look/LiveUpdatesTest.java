package dev.portico.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LiveUpdatesTest extends ScreenTest {

    @Test
    void what_comes_close_together_is_shown_together() throws Exception {
        open("catalog");
        List<Set<String>> shown = new ArrayList<>();
        LiveUpdates updates = new LiveUpdates(UI.getCurrent(), changes -> shown.add(changes.keys()));

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
    void of_more_than_a_thousand_at_once_it_is_said_that_there_are_more() throws Exception {
        open("catalog");
        List<LiveUpdates.Changes> shown = new ArrayList<>();
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
        assertThat(shown.getFirst().keys()).hasSize(1_000);
        assertThat(shown.getFirst().more()).isTrue();

        updates.changed(many.subList(0, 1_000));

        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(shown).hasSize(2);
        });
        assertThat(shown.getLast().keys()).hasSize(1_000);
        assertThat(shown.getLast().more()).isFalse();
    }

    @Test
    void what_the_page_fails_to_show_is_shown_later_with_what_came_meanwhile() throws Exception {
        open("catalog");
        AtomicInteger failures = new AtomicInteger();
        List<Set<String>> shown = new ArrayList<>();
        LiveUpdates updates = new LiveUpdates(UI.getCurrent(), changes -> {
            if (failures.get() == 0) {
                failures.incrementAndGet();
                throw new IllegalStateException("The database is away");
            }
            shown.add(changes.keys());
        });

        updates.changed(List.of("a"));
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(failures).hasValue(1);
        });
        updates.changed(List.of("b"));

        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(shown.stream().flatMap(Set::stream)).contains("a", "b");
        });
        assertThat(updates.open()).isTrue();
    }

    @Test
    void what_is_closed_shows_nothing() throws Exception {
        open("catalog");
        List<Set<String>> closed = new ArrayList<>();
        List<Set<String>> shown = new ArrayList<>();
        LiveUpdates first = new LiveUpdates(UI.getCurrent(), changes -> closed.add(changes.keys()));
        LiveUpdates second = new LiveUpdates(UI.getCurrent(), changes -> shown.add(changes.keys()));

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
