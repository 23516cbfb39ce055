package dev.portico.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

final class WriteBehindTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void it_writes_every_so_often_and_goes_on_after_a_database_that_was_away() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        WriteBehind writing = writing(Duration.ofMillis(5), () -> {
            if (tries.incrementAndGet() < 3) {
                throw new DataAccessResourceFailureException("away");
            }
        });
        writing.start();
        try {
            assertThat(writing.isRunning()).isTrue();
            Eventually.passes(LONG, () -> assertThat(tries).hasValueGreaterThan(3));
        } finally {
            writing.stop();
        }
        assertThat(writing.isRunning()).isFalse();
    }

    @Test
    void it_writes_once_more_at_the_end_and_tells_even_where_that_fails() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        WriteBehind writing = writing(Duration.ofDays(1), () -> {
            tries.incrementAndGet();
            throw new DataAccessResourceFailureException("away");
        });
        writing.start();
        CountDownLatch told = new CountDownLatch(1);

        writing.stop(told::countDown);

        assertThat(told.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(tries).hasValue(1);
        writing.stop();
        assertThat(tries).as("once").hasValue(1);
    }

    private static WriteBehind writing(Duration every, Runnable flush) {
        return new WriteBehind("test-writing", every) {
            @Override
            protected void flush() {
                flush.run();
            }
        };
    }
}
