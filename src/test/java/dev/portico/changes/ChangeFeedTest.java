package dev.portico.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PorticoTest
class ChangeFeedTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final ChangeFeed feed;
    private final TransactionTemplate transactions;
    private final JdbcClient database;
    private final DataSource dataSource;
    private final RecordingListener listener;
    private final StubbornListener stubborn;
    private final String key = UUID.randomUUID().toString();

    @Autowired
    ChangeFeedTest(
            ChangeFeed feed,
            TransactionTemplate transactions,
            JdbcClient database,
            DataSource dataSource,
            RecordingListener listener,
            StubbornListener stubborn) {
        this.feed = feed;
        this.transactions = transactions;
        this.database = database;
        this.dataSource = dataSource;
        this.listener = listener;
        this.stubborn = stubborn;
    }

    @Test
    void a_listener_hears_of_a_change_within_a_second_of_its_commit() throws Exception {
        transactions.executeWithoutResult(status -> feed.publish(RecordingListener.TOPIC, List.of(key)));
        Eventually.holds(Duration.ofSeconds(1), "the listener heard", () -> listener.heard(key));
    }

    @Test
    void a_change_that_is_rolled_back_is_not_told() throws Exception {
        transactions.executeWithoutResult(status -> {
            feed.publish(RecordingListener.TOPIC, List.of(key));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> feed.publish(RecordingListener.TOPIC, List.of(key + "-later")));
        Eventually.holds(SOON, "the later change is heard", () -> listener.heard(key + "-later"));
        assertThat(listener.heard(key)).isFalse();
    }

    @Test
    void a_change_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> feed.publish(RecordingListener.TOPIC, List.of(key)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_transaction_that_commits_late_is_not_skipped_and_delays_nobody() throws Exception {
        try (Connection late = dataSource.getConnection()) {
            late.setAutoCommit(false);
            insert(late, key + "-late");
            transactions.executeWithoutResult(status -> feed.publish(RecordingListener.TOPIC, List.of(key + "-early")));
            Eventually.holds(SOON, "the early change is heard", () -> listener.heard(key + "-early"));
            assertThat(listener.heard(key + "-late")).isFalse();

            late.commit();
            Eventually.holds(SOON, "the late change is heard", () -> listener.heard(key + "-late"));
            late.setAutoCommit(true);
        }
        assertThat(listener.times(key + "-early")).isEqualTo(1);
    }

    @Test
    void a_reader_that_remembers_its_position_misses_no_late_committer() throws Exception {
        FeedCursor cursor = feed.from(feed.now());
        try (Connection late = dataSource.getConnection()) {
            late.setAutoCommit(false);
            insert(late, key + "-late");
            transactions.executeWithoutResult(status -> feed.publish(RecordingListener.TOPIC, List.of(key + "-early")));
            assertThat(keys(cursor)).contains(key + "-early").doesNotContain(key + "-late");
            FeedPosition remembered = cursor.position();
            late.commit();
            late.setAutoCommit(true);

            assertThat(keys(cursor))
                    .as("the same reader")
                    .contains(key + "-late")
                    .doesNotContain(key + "-early");
            assertThat(keys(feed.from(remembered))).as("one that begins again").contains(key + "-late");
        }
    }

    @Test
    void rows_that_their_taker_did_not_take_are_given_again() {
        FeedCursor cursor = feed.from(feed.now());
        transactions.executeWithoutResult(status -> feed.publish(RecordingListener.TOPIC, List.of(key)));
        assertThatThrownBy(() -> cursor.pass(rows -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
        assertThat(keys(cursor)).contains(key);
        assertThat(keys(cursor)).doesNotContain(key);
    }

    @Test
    void a_position_of_long_ago_or_of_the_future_is_not_reached() {
        FeedPosition now = feed.now();
        assertThat(feed.reaches(now, Instant.now())).isTrue();
        assertThat(feed.reaches(now, Instant.now().minus(Duration.ofDays(3)))).isFalse();
        assertThat(feed.reaches(new FeedPosition(now.transaction() + 1_000_000, 0), Instant.now()))
                .isFalse();
    }

    @Test
    void many_keys_are_told_in_rows_of_a_thousand() throws Exception {
        List<String> keys =
                IntStream.range(0, 2_500).mapToObj(number -> key + number).toList();
        transactions.executeWithoutResult(status -> feed.publish(RecordingListener.TOPIC, keys));
        Eventually.passes(SOON, () -> assertThat(keys).allMatch(listener::heard));
        assertThat(database.sql("SELECT count(*) FROM changes_feed WHERE keys && ARRAY[?::text, ?::text, ?::text]")
                        .params(keys.get(0), keys.get(1_500), keys.get(2_499))
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_listener_that_fails_is_called_again_and_delays_no_other() throws Exception {
        stubborn.failOn(key);
        transactions.executeWithoutResult(status -> {
            feed.publish(StubbornListener.TOPIC, List.of(key));
            feed.publish(RecordingListener.TOPIC, List.of(key));
        });
        Eventually.holds(SOON, "the other listener heard", () -> listener.heard(key));
        Eventually.holds(SOON, "it failed twice", () -> stubborn.failures(key) >= 2);
        assertThat(stubborn.accepted(key)).isFalse();
        stubborn.relent();
        Eventually.holds(SOON, "it accepted in the end", () -> stubborn.accepted(key));
    }

    private static List<String> keys(FeedCursor cursor) {
        List<String> keys = new ArrayList<>();
        cursor.pass(rows -> rows.forEach(row -> keys.addAll(row.keys())));
        return keys;
    }

    private static void insert(Connection connection, String key) throws SQLException {
        try (var statement =
                connection.prepareStatement("INSERT INTO changes_feed (topic, keys) VALUES (?, ARRAY[?])")) {
            statement.setString(1, RecordingListener.TOPIC);
            statement.setString(2, key);
            statement.executeUpdate();
        }
    }
}
