package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FreshCacheTest {

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong clock = new AtomicLong();
    private final FreshCache<String, Integer> cache =
            new FreshCache<>(key -> reads.incrementAndGet(), clock::get, task -> {});

    @Test
    void what_was_read_is_kept_for_half_a_second_and_no_longer() {
        assertThat(cache.value("a")).isEqualTo(1);
        clock.addAndGet(FreshCache.FRESH_NANOS - 1);
        assertThat(cache.value("a")).isEqualTo(1);
        clock.addAndGet(1);
        assertThat(cache.value("a")).isEqualTo(2);
    }

    @Test
    void what_is_forgotten_is_read_again_at_once() {
        cache.value("a");
        cache.value("b");
        cache.forget("a");

        assertThat(cache.value("b")).isEqualTo(2);
        assertThat(cache.value("a")).isEqualTo(3);
    }

    @Test
    void a_hundred_requests_at_once_cost_one_read() throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 100)
                    .mapToObj(number -> threads.submit(() -> {
                        together.await();
                        return cache.value("a");
                    }))
                    .toList();
            together.countDown();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_failed_read_is_not_kept() {
        FreshCache<String, Integer> failing = new FreshCache<>(
                key -> {
                    if (reads.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return reads.get();
                },
                clock::get,
                Runnable::run);

        assertThatThrownBy(() -> failing.value("a")).hasMessage("away");
        assertThat(failing.value("a")).isEqualTo(2);
    }

    @Test
    void what_is_asked_for_in_the_second_half_of_its_time_is_read_beforehand() {
        Queue<Runnable> beside = new ArrayDeque<>();
        FreshCache<String, Integer> ahead = new FreshCache<>(key -> reads.incrementAndGet(), clock::get, beside::add);
        ahead.value("a");
        clock.addAndGet(FreshCache.AHEAD_NANOS - 1);
        ahead.value("a");
        assertThat(beside).isEmpty();
        clock.addAndGet(1);

        assertThat(ahead.value("a")).isEqualTo(1);
        assertThat(ahead.value("a")).isEqualTo(1);
        assertThat(beside).hasSize(1);
        beside.remove().run();
        assertThat(ahead.value("a")).isEqualTo(2);

        clock.addAndGet(FreshCache.FRESH_NANOS);
        assertThat(ahead.value("a")).isEqualTo(3);
    }

    @Test
    void what_was_forgotten_meanwhile_is_not_brought_back() {
        Queue<Runnable> beside = new ArrayDeque<>();
        FreshCache<String, Integer> ahead = new FreshCache<>(key -> reads.incrementAndGet(), clock::get, beside::add);
        ahead.value("a");
        clock.addAndGet(FreshCache.AHEAD_NANOS);
        ahead.value("a");
        ahead.forget("a");
        beside.remove().run();

        assertThat(ahead.value("a")).isEqualTo(3);
    }

    @Test
    void a_read_beforehand_that_fails_is_told_to_nobody_before_time() {
        Queue<Runnable> beside = new ArrayDeque<>();
        FreshCache<String, Integer> failing = new FreshCache<>(
                key -> {
                    if (reads.incrementAndGet() > 1) {
                        throw new IllegalStateException("away");
                    }
                    return reads.get();
                },
                clock::get,
                beside::add);
        failing.value("a");
        clock.addAndGet(FreshCache.AHEAD_NANOS);
        failing.value("a");
        beside.remove().run();

        assertThat(failing.value("a")).isEqualTo(1);
        clock.addAndGet(FreshCache.AHEAD_NANOS);
        assertThatThrownBy(() -> failing.value("a")).hasMessage("away");
    }
}
