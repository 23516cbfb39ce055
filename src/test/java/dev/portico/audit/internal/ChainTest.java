package dev.portico.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.audit.Verification;
import dev.portico.audit.Verification.Kind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@PorticoTest
class ChainTest {

    private static final int STEPS = 6;
    private static final int ROWS_A_STEP = 25;
    private static final long ROWS = STEPS * ROWS_A_STEP;
    private static final int TAMPERS = Boolean.getBoolean("portico.long") ? 1_000 : 130;

    private final DataSource dataSource;
    private OwnTrail trail;

    @Autowired
    ChainTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @BeforeEach
    void link() throws SQLException {
        trail = OwnTrail.in(dataSource, "portico_chain_test");
        for (int step = 0; step < STEPS; step++) {
            trail.write(ROWS_A_STEP);
            assertThat(trail.chain().link()).isPresent();
        }
    }

    @AfterEach
    void drop() throws SQLException {
        trail.close();
    }

    @Test
    void a_trail_that_nobody_touched_is_intact() throws SQLException {
        Verification found = trail.verify(trail.chain().head());

        assertThat(found.problem()).isNull();
        assertThat(found)
                .isEqualTo(new Verification(
                        true, 1, ROWS, STEPS, 0, trail.chain().head().hex(), null));
    }

    @Test
    void rows_that_wait_to_be_linked_are_counted_and_no_problem() throws SQLException {
        trail.write(3);

        assertThat(trail.verify()).returns(true, Verification::intact).returns(3L, Verification::waiting);
    }

    /// `./portico test --long -Dtest=ChainTest` tries a thousand.
    @Test
    void whatever_is_done_to_the_trail_is_found_and_the_first_row_of_it_named() throws SQLException {
        Head noted = trail.chain().head();
        Random random = new Random(20261122);
        List<String> missed = new ArrayList<>();
        trail.verify();
        for (int attempt = 0; attempt < TAMPERS; attempt++) {
            Tamper tamper = List.of(Tamper.values()).get(attempt % Tamper.values().length);
            trail.begin();
            long expected = tamper.carryOut(trail.database, ROWS, random);
            Verification found = trail.verify(noted);
            trail.undo();
            if (!tamper.isFound(expected, found)) {
                missed.add(attempt + " " + tamper + " of row " + expected + ": " + found);
            }
        }
        System.out.printf("tampered %d times in %d ways, missed %d%n", TAMPERS, Tamper.values().length, missed.size());

        assertThat(missed).isEmpty();
        assertThat(trail.verify(noted).intact()).isTrue();
    }

    @Test
    void every_column_of_a_row_is_digested() {
        assertThat(trail.database.queryForList(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = 'audit_entry'"
                                + " AND table_schema = current_schema() ORDER BY ordinal_position",
                        String.class))
                .containsExactlyElementsOf(Stream.concat(Digest.COLUMNS.stream(), Digest.LATER.stream())
                        .toList());
    }

    @Test
    void a_row_that_is_deleted_before_it_is_linked_is_missed() throws SQLException {
        trail.write(1);
        trail.verify();
        trail.begin();
        trail.database.update("DELETE FROM audit_entry WHERE id IN (SELECT entry FROM audit_pending)");

        assertThat(trail.verify().problem()).returns(Kind.MISSING, Verification.Problem::what);
    }

    @Test
    void rows_before_a_time_go_and_what_stays_verifies_behind_their_stub() throws SQLException {
        Instant before = at(40);
        trail.verify();

        Head gone = trail.retire(before).orElseThrow();
        trail.commit();

        assertThat(gone.n()).isEqualTo(39);
        assertThat(trail.verify(gone, trail.chain().head()))
                .returns(true, Verification::intact)
                .returns(40L, Verification::from)
                .returns(ROWS, Verification::to);
        assertThat(trail.database.queryForObject("SELECT count(*) FROM audit_entry", Long.class))
                .isEqualTo(ROWS - 39);
        trail.write(2);
        assertThat(trail.chain().link()).isPresent();
        assertThat(trail.verify()).returns(true, Verification::intact).returns(ROWS + 2, Verification::to);
    }

    @Test
    void a_stub_that_says_more_than_it_said_is_found() throws SQLException {
        Instant before = at(40);
        trail.verify();
        assertThat(trail.retire(before)).isPresent();
        for (String edit : List.of(
                "UPDATE audit_stub SET n = 60, link = (SELECT link FROM audit_link WHERE n = 60)",
                "UPDATE audit_stub SET at = at - interval '1 day'",
                "DELETE FROM audit_stub")) {
            trail.begin();
            trail.database.update(edit);
            trail.database.update("DELETE FROM audit_entry USING audit_link WHERE entry = id AND n <= 60");
            trail.database.update("DELETE FROM audit_link WHERE n <= 60");
            assertThat(trail.verify().problem()).as(edit).isNotNull();
            trail.undo();
        }
    }

    @Test
    void a_trail_that_was_tampered_with_keeps_its_rows_whatever_their_age() throws SQLException {
        Instant before = at(40);
        trail.verify();
        trail.begin();
        trail.database.update(
                "UPDATE audit_entry SET actor = 'x' WHERE id = (SELECT entry FROM audit_link WHERE n = 9)");

        assertThat(trail.retire(before)).isEmpty();
    }

    @Test
    void only_what_a_stub_stands_for_can_be_deleted() throws SQLException {
        trail.verify();
        trail.database.execute("GRANT DELETE ON audit_entry TO CURRENT_USER");
        trail.commit();
        for (String table : List.of("audit_entry", "audit_link", "audit_checkpoint")) {
            assertThatThrownBy(() -> trail.database.update("DELETE FROM " + table))
                    .as(table)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only ever added to");
            trail.undo();
        }
    }

    @Test
    void what_a_former_key_signed_verifies_once_the_new_key_vouches_for_it() throws SQLException {
        String next = "another key of the portal, 32 or more";
        assertThat(trail.verify(next, "").problem()).returns(Kind.FORGED, Verification.Problem::what);

        Chain chain = trail.chain(next, OwnTrail.KEY);
        chain.vouch();
        trail.write(2);
        chain.link();

        assertThat(trail.verify(next, "").intact()).isTrue();
        assertThat(trail.verify("a key that was never the portal's", "").intact())
                .isFalse();
    }

    @Test
    void a_row_that_commits_late_is_linked_behind_those_that_were_faster() throws SQLException {
        Head before = trail.chain().head();
        trail.write(1);
        trail.chain().link();
        // Written earlier by its own clock, committed later.
        trail.write(1);
        trail.verify();
        trail.begin();
        trail.database.update(
                "UPDATE audit_entry SET at = at - interval '1 hour' WHERE id IN (SELECT entry FROM audit_pending)");
        assertThat(trail.chain().link())
                .hasValueSatisfying(head -> assertThat(head.n()).isEqualTo(before.n() + 2));

        assertThat(trail.verify().intact()).isTrue();
    }

    private Instant at(long n) {
        return trail.database
                .query(
                        "SELECT at FROM audit_entry WHERE id = (SELECT entry FROM audit_link WHERE n = ?)",
                        (row, number) -> Digest.at(row, "at"),
                        n)
                .getFirst();
    }
}
