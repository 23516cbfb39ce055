package dev.portico.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DelayTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void only_so_many_are_kept_back_and_the_rest_go_on_at_once() throws Exception {
        Delay delay = new Delay(1, LONG);
        CountDownLatch over = new CountDownLatch(1);
        Thread kept = Thread.startVirtualThread(() -> {
            delay.pass();
            over.countDown();
        });
        Eventually.passes(
                Duration.ofSeconds(10), () -> assertThat(kept.getState()).isEqualTo(Thread.State.TIMED_WAITING));

        long began = System.nanoTime();
        delay.pass();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG.dividedBy(2));
        assertThat(over.getCount()).isOne();

        kept.interrupt();
        over.await();
    }
}
