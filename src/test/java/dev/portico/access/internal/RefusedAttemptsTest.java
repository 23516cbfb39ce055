package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.access.internal.RefusedAttempts.Kind;
import dev.portico.audit.Audit;
import dev.portico.kernel.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

@PorticoTest
final class RefusedAttemptsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private final String thing = "attempted-" + UUID.randomUUID();

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void of_many_attempts_the_first_the_tenth_and_the_hundredth_leave_a_row_and_each_window_begins_anew() {
        RefusedAttempts attempts = new RefusedAttempts(audit, transactions, now::get);

        add(attempts, 120, "192.0.2.1");
        assertThat(times()).containsExactly(1, 10, 100);
        add(attempts, 1, "192.0.2.2");
        assertThat(times()).as("another address").containsExactly(1, 10, 100, 1);
        now.updateAndGet(instant -> instant.plus(RefusedAttempts.WINDOW).plus(Duration.ofSeconds(1)));
        add(attempts, 1, "192.0.2.1");
        assertThat(times()).as("a quarter of an hour later").containsExactly(1, 10, 100, 1, 1);
    }

    @Test
    void whoever_has_any_number_of_addresses_fills_no_trail() {
        RefusedAttempts attempts = new RefusedAttempts(audit, transactions, now::get);

        for (int number = 0; number < RefusedAttempts.MOST + 900; number++) {
            add(attempts, 1, "10.0." + number / 250 + "." + number % 250);
        }

        assertThat(times()).hasSize(RefusedAttempts.MOST).containsOnly(1);
        assertThat(ofOthers(Kind.TOKEN)).containsExactly(1, 10, 100);

        attempts.add(Kind.LOGOUT_TOKEN, thing, "", "10.1.0.1", Reader::anonymous);
        assertThat(ofOthers(Kind.LOGOUT_TOKEN)).as("another kind").containsExactly(1);
        assertThat(times()).as("of whom nothing is told").hasSize(RefusedAttempts.MOST);
    }

    /// How often those were counted that are not told apart, in this test.
    private List<Integer> ofOthers(Kind kind) {
        String why = kind == Kind.TOKEN ? "the token does not count" : "the logout token was not accepted";
        return jdbc.sql("""
                        SELECT after FROM audit_entry
                        WHERE thing_id = 'others' AND refused AND after->>'from' = 'others' AND after->>'why' = ?
                        ORDER BY id""").param(why).query(String.class).list().stream()
                .map(after -> JsonMapper.shared().readTree(after).path("times").asInt())
                .toList();
    }

    private void add(RefusedAttempts attempts, int times, String address) {
        for (int time = 0; time < times; time++) {
            attempts.add(Kind.TOKEN, thing, "", address, Reader::anonymous);
        }
    }

    private List<Integer> times() {
        return jdbc
                .sql("SELECT after FROM audit_entry WHERE thing_id = ? AND refused ORDER BY id")
                .param(thing)
                .query(String.class)
                .list()
                .stream()
                .map(after -> JsonMapper.shared().readTree(after).path("times").asInt())
                .toList();
    }
}
