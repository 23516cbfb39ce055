package dev.portico.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PorticoTest
class AuditTest {

    private final Audit audit;
    private final TransactionTemplate transactions;
    private final JdbcClient database;
    private final AuditTrail trail;
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch fastLinked = new CountDownLatch(1);
    private final String thing = UUID.randomUUID().toString();

    @Autowired
    AuditTest(Audit audit, AuditTrail trail, TransactionTemplate transactions, JdbcClient database) {
        this.audit = audit;
        this.trail = trail;
        this.transactions = transactions;
        this.database = database;
    }

    @Test
    void a_change_leaves_a_row_that_says_who_did_what_in_which_request() {
        MDC.put(Audit.REQUEST, "r-17");
        try {
            record(Change.done(Reader.system("test"), "audit.probe", "probe", thing, null, "{\"a\":  1}"));
        } finally {
            MDC.remove(Audit.REQUEST);
        }
        assertThat(audit.recent("probe", thing, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("system:test");
            assertThat(entry.action()).isEqualTo("audit.probe");
            assertThat(entry.before()).isNull();
            assertThat(entry.after()).isEqualTo("{\"a\":  1}");
            assertThat(entry.refused()).isFalse();
            assertThat(entry.request()).isEqualTo("r-17");
        });
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_row() {
        transactions.executeWithoutResult(status -> {
            audit.record(change());
            status.setRollbackOnly();
        });
        assertThat(audit.recent("probe", thing, 10)).isEmpty();
    }

    @Test
    void a_row_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> audit.record(change())).isInstanceOf(IllegalStateException.class);
        assertThat(audit.recent("probe", thing, 10)).isEmpty();
    }

    @Test
    void rows_can_neither_be_edited_nor_deleted() {
        record(change());
        assertThatThrownBy(() -> edit("UPDATE audit_entry SET actor = 'nobody'"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> edit("DELETE FROM audit_entry")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> edit("TRUNCATE audit_entry")).isInstanceOf(DataAccessException.class);
        assertThat(audit.recent("probe", thing, 10)).hasSize(1);
    }

    @Test
    void whoever_grants_himself_the_right_to_edit_is_refused_all_the_same() {
        record(change());
        for (String statement : new String[] {
            "UPDATE audit_entry SET actor = 'nobody'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"
        }) {
            assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                        edit("GRANT UPDATE, DELETE, TRUNCATE ON audit_entry TO CURRENT_USER");
                        edit(statement);
                    }))
                    .hasStackTraceContaining("only ever added to");
        }
    }

    @Test
    void a_row_is_linked_within_a_second_of_its_commit_however_long_others_take() throws Exception {
        String late = thing + "-late";
        Thread slow = Thread.ofVirtual()
                .unstarted(() -> transactions.executeWithoutResult(status -> {
                    audit.record(change(late));
                    written.countDown();
                    awaitQuietly(fastLinked);
                }));
        slow.start();
        written.await();
        record(change());
        Eventually.holds(Duration.ofSeconds(1), "the fast one is linked", () -> row(thing) != null);
        assertThat(trail.page(new AuditQuery(null, null, "probe", late, null, null, null), null, 1))
                .isEmpty();
        fastLinked.countDown();
        slow.join();
        Eventually.holds(Duration.ofSeconds(1), "the late one is linked", () -> row(late) != null);

        assertThat(row(late)).isGreaterThan(row(thing));
        assertThat(trail.verify().problem()).isNull();
        assertThat(trail.chain()).satisfies(state -> {
            assertThat(state.rows()).isGreaterThanOrEqualTo(row(late));
            assertThat(state.verified()).isNotNull();
            assertThat(state.publicKey()).startsWith("-----BEGIN PUBLIC KEY-----");
        });
    }

    @Test
    void the_trail_is_read_by_what_was_done_by_whom_to_what_and_in_parts() {
        for (int number = 0; number < 5; number++) {
            record(change());
        }
        AuditQuery query = new AuditQuery("system:test", "audit.pro*", "probe", thing, null, null, false);

        List<AuditEntry> first = trail.page(query, null, 3);
        List<AuditEntry> rest = trail.page(query, first.getLast().id(), 3);

        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(trail.page(new AuditQuery("account:x", null, "probe", thing, null, null, null), null, 9))
                .isEmpty();
        assertThat(trail.page(new AuditQuery(null, "audit.%*", "probe", thing, null, null, null), null, 9))
                .isEmpty();
        assertThat(trail.page(new AuditQuery(null, null, "probe", thing, null, null, true), null, 9))
                .isEmpty();
        assertThat(trail.page(
                        new AuditQuery(
                                null,
                                null,
                                "probe",
                                thing,
                                first.getLast().at(),
                                first.getFirst().at(),
                                null),
                        null,
                        9))
                .extracting(AuditEntry::id)
                .containsExactly(first.get(1).id(), first.get(2).id());
    }

    private @Nullable Long row(String id) {
        return trail.page(new AuditQuery(null, null, "probe", id, null, null, null), null, 1).stream()
                .map(AuditEntry::row)
                .filter(row -> row != null)
                .findFirst()
                .orElse(null);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void edit(String statement) {
        database.sql(statement).update();
    }

    private void record(Change change) {
        transactions.executeWithoutResult(status -> audit.record(change));
    }

    private Change change() {
        return change(thing);
    }

    private static Change change(String thing) {
        return Change.done(Reader.system("test"), "audit.probe", "probe", thing, null, null);
    }
}
