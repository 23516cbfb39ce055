package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.access.DecisionSettings;
import dev.portico.access.internal.DecisionLog.Asked;
import dev.portico.access.internal.DecisionLog.Result;
import dev.portico.access.internal.DecisionRecords.Row;
import dev.portico.kernel.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DecisionRecordsTest {

    private static final String READ = "catalog.entity.read";
    private static final String TYPE = "catalog-entity";

    private Instant now = Instant.parse("2026-11-22T23:59:00Z");
    private final InstantSource clock = () -> now;
    private final DecisionRecords records = records(true, 3);

    @Test
    void each_different_decision_of_a_day_is_recorded_once() {
        decide("a", Result.ALL);
        decide("a", Result.ALL);
        decide("a", Result.NONE);

        assertThat(records.take(10))
                .containsExactly(
                        new Row("account:jane", READ, Asked.THING, TYPE, "a", Result.ALL),
                        new Row("account:jane", READ, Asked.THING, TYPE, "a", Result.NONE));
        decide("a", Result.ALL);
        assertThat(records.take(10)).as("the same day").isEmpty();
    }

    @Test
    void the_next_day_everything_is_new_once_what_waited_was_written() {
        decide("a", Result.ALL);
        now = now.plusSeconds(120);

        assertThat(records.day()).as("something waits").isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(records.take(10)).hasSize(1);
        assertThat(records.day()).isEqualTo(LocalDate.of(2026, 11, 23));
        decide("a", Result.ALL);
        assertThat(records.take(10)).hasSize(1);
    }

    @Test
    void beyond_the_bound_decisions_are_counted_and_not_kept() {
        List.of("a", "b", "c", "d", "e").forEach(id -> decide(id, Result.ALL));
        decide("x".repeat(DecisionRecords.LONGEST_ID + 1), Result.ALL);

        assertThat(records.take(10)).extracting(Row::id).containsExactly("a", "b", "c");
        assertThat(records.takeMissed()).isEqualTo(3);
        assertThat(records.takeMissed()).isZero();
    }

    @Test
    void jobs_strangers_and_views_of_one_space_are_not_recorded_and_tokens_of_one_are() {
        Reader token = new Reader("token:ci", null, "ci", null, Set.of(), Set.of(), null).within("payments");
        for (Reader reader : List.of(
                Reader.system("sources"), Reader.anonymous(), TestPolicy.jane().within("payments"), token)) {
            records.decided(reader, READ, Asked.GENERAL, "", "", Result.NONE);
        }

        assertThat(records.take(10)).extracting(Row::subject).containsExactly("token:ci");
    }

    @Test
    void nothing_is_recorded_where_the_operator_says_so() {
        DecisionRecords off = records(false, 3);
        off.decided(TestPolicy.jane(), READ, Asked.GENERAL, "", "", Result.ALL);

        assertThat(off.take(10)).isEmpty();
        assertThat(off.takeMissed()).isZero();
    }

    private void decide(String id, Result result) {
        records.decided(TestPolicy.jane(), READ, Asked.THING, TYPE, id, result);
    }

    private DecisionRecords records(boolean on, int most) {
        return new DecisionRecords(new DecisionSettings(on, Duration.ofDays(30), most), clock);
    }
}
