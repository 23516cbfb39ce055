package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.portico.PorticoTest;
import dev.portico.access.Accounts;
import dev.portico.kernel.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorticoTest
final class UsesTest {

    @Autowired
    private UseRows rows;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Reader reader;

    @BeforeEach
    void account() {
        reader = People.create(accounts);
    }

    @Test
    void a_use_counts_half_as_much_a_week_later() {
        Instant now = Instant.now();
        Use use = new Use("page:catalog", 4, now.minus(Duration.ofDays(7)));

        assertThat(use.scoreAt(now)).isCloseTo(2, within(0.001));
        assertThat(use.plus(new Use("page:catalog", 1, now)).score()).isCloseTo(3, within(0.001));
    }

    @Test
    void a_use_is_known_at_once_and_written_only_in_a_batch() {
        Uses uses = new Uses(rows);
        uses.count(reader, "page:catalog");
        uses.count(reader, "page:catalog");
        uses.count(reader, "page:sources");

        assertThat(uses.recent(reader)).extracting(Use::item).containsExactly("page:sources", "page:catalog");
        assertThat(written()).isZero();

        uses.flush();
        assertThat(written()).isEqualTo(2);
        assertThat(uses.of(reader).get("page:catalog"))
                .satisfies(use -> assertThat(use.score()).isCloseTo(2, within(0.001)));

        uses.count(reader, "page:catalog");
        uses.flush();
        assertThat(new Uses(rows).of(reader).get("page:catalog"))
                .satisfies(use -> assertThat(use.score()).isCloseTo(3, within(0.001)));
    }

    @Test
    void only_the_latest_items_of_an_account_are_kept() {
        Uses uses = new Uses(rows);
        for (int item = 0; item < Uses.KEPT + 30; item++) {
            uses.count(reader, "page:" + item);
        }
        uses.flush();

        assertThat(written()).isEqualTo(Uses.KEPT);
    }

    @Test
    void with_an_account_goes_what_it_used_even_what_still_waits() {
        Uses uses = new Uses(rows);
        uses.count(reader, "page:catalog");
        uses.flush();
        uses.count(reader, "page:sources");
        accounts.remove(People.ADMIN, Objects.requireNonNull(reader.account()));
        uses.flush();

        assertThat(written()).isZero();
    }

    @Test
    void nobody_in_particular_leaves_no_trace() {
        Uses uses = new Uses(rows);
        uses.count(Reader.anonymous(), "page:catalog");

        assertThat(uses.recent(Reader.anonymous())).isEmpty();
    }

    private long written() {
        return jdbc.sql("SELECT count(*) FROM shell_use WHERE account = ?")
                .param(Objects.requireNonNull(reader.account()))
                .query(Long.class)
                .single();
    }
}
