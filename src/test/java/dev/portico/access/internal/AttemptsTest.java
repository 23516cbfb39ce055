package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.access.AccessSettings;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorticoTest
final class AttemptsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    private final String name = "guessed-" + NUMBER.incrementAndGet();

    @Test
    void of_many_guesses_at_the_same_moment_no_more_pass_than_the_limit() throws Exception {
        Attempts attempts = attempts(10, 1000, 1000);
        AtomicInteger passed = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(14)) {
            IntStream.range(0, 1000)
                    .forEach(number -> threads.execute(() -> {
                        if (attempts.count(name, Optional.empty(), "192.0.2.1").isEmpty()) {
                            passed.incrementAndGet();
                        }
                    }));
        }

        assertThat(passed).hasValue(10);
    }

    @Test
    void one_address_is_stopped_whatever_the_accounts() {
        Attempts attempts = attempts(10, 3, 1000);

        for (int i = 0; i < 3; i++) {
            assertThat(attempts.count(name + i, Optional.empty(), "192.0.2.2")).isEmpty();
        }
        assertThat(attempts.count(name + "x", Optional.empty(), "192.0.2.2"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(15)));
        assertThat(attempts.count(name + "x", Optional.empty(), "192.0.2.3")).isEmpty();
    }

    @Test
    void a_spread_out_guesser_is_stopped_and_does_not_lock_the_person_out() {
        AccountSummary person = TestAccounts.make(accounts);
        Attempts attempts = attempts(10, 1000, 20);
        attempts.remember(person.id(), "192.0.2.10");

        int passed = 0;
        for (int i = 0; i < 40; i++) {
            Optional<Duration> wait = attempts.count(person.name(), Optional.of(person.id()), "198.51.100." + i);
            passed += wait.isEmpty() ? 1 : 0;
        }

        assertThat(passed).isEqualTo(20);
        assertThat(attempts.count(person.name(), Optional.of(person.id()), "192.0.2.10"))
                .isEmpty();
    }

    @Test
    void an_attempt_that_was_right_is_taken_back() {
        Attempts attempts = attempts(2, 1000, 1000);

        for (int i = 0; i < 10; i++) {
            assertThat(attempts.count(name, Optional.empty(), "192.0.2.4")).isEmpty();
            attempts.takeBack(name, Optional.empty(), "192.0.2.4");
        }
    }

    @Test
    void who_signs_in_at_a_usual_place_gives_strangers_no_more_attempts() {
        AccountSummary person = TestAccounts.make(accounts);
        Optional<UUID> id = Optional.of(person.id());
        Attempts attempts = attempts(1000, 1000, 2);
        attempts.remember(person.id(), "192.0.2.20");
        attempts.count(person.name(), id, "198.51.100.1");
        attempts.count(person.name(), id, "198.51.100.2");

        assertThat(attempts.count(person.name(), id, "192.0.2.20")).isEmpty();
        attempts.takeBack(person.name(), id, "192.0.2.20");

        assertThat(attempts.count(person.name(), id, "198.51.100.3")).isPresent();
    }

    @Test
    void after_the_window_one_may_try_again() {
        Attempts attempts = attempts(1, 1000, 1000);
        attempts.count(name, Optional.empty(), "192.0.2.5");
        assertThat(attempts.count(name, Optional.empty(), "192.0.2.5")).isPresent();

        jdbc.sql("UPDATE access_attempt SET window_ends = now() - interval '1 second'")
                .update();

        assertThat(attempts.count(name, Optional.empty(), "192.0.2.5")).isEmpty();
    }

    @Test
    void what_people_type_is_not_kept() {
        attempts(10, 1000, 1000).count("a password in the wrong field", Optional.empty(), "192.0.2.6");

        assertThat(jdbc.sql("SELECT bucket FROM access_attempt")
                        .query(String.class)
                        .list())
                .allMatch(bucket -> bucket.length() == 64);
    }

    @Test
    void an_ipv6_customer_is_one_address() {
        assertThat(Attempts.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Attempts.network("2001:db8:1:2:ffff::1"));
        assertThat(Attempts.network("2001:db8:1:2::1")).isNotEqualTo(Attempts.network("2001:db8:1:3::1"));
        assertThat(Attempts.network("192.0.2.1")).isNotEqualTo(Attempts.network("192.0.2.2"));
        assertThat(Attempts.network("nonsense")).isEqualTo("nonsense");
    }

    private Attempts attempts(int account, int address, int strangers) {
        return new Attempts(
                jdbc,
                new AccessSettings(
                        new AccessSettings.Session(Duration.ofHours(1), Duration.ofHours(1)),
                        new AccessSettings.SignIn(Duration.ofMinutes(15), account, address, strangers),
                        new AccessSettings.Token(Duration.ofDays(1), Duration.ofDays(1)),
                        Map.of()));
    }
}
