package dev.portico.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.api.admission.Gate.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Client NOISY = Client.ofAddress("noisy");
    private static final Client QUIET = Client.ofAddress("quiet");
    private static final Client OTHER = Client.ofAddress("other");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void as_many_run_as_there_are_places_and_the_next_is_turned_away() {
        Gate gate = new Gate(2, 0, LONG);
        assertThat(gate.enter(NOISY)).isEqualTo(Entry.IN);
        assertThat(gate.enter(QUIET)).isEqualTo(Entry.IN);
        assertThat(gate.enter(OTHER)).isEqualTo(Entry.FULL);

        gate.leave(NOISY);
        assertThat(gate.enter(OTHER)).isEqualTo(Entry.IN);
        assertThat(gate.running()).isEqualTo(2);
    }

    @Test
    void nobody_waits_longer_than_the_patience() {
        Gate gate = new Gate(1, 1, Duration.ofMillis(50));
        assertThat(gate.enter(NOISY)).isEqualTo(Entry.IN);
        long begun = System.nanoTime();
        assertThat(gate.enter(QUIET)).isEqualTo(Entry.LATE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofMillis(50), SOON);
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void a_place_that_gets_free_goes_to_whoever_waits() throws Exception {
        Gate gate = new Gate(1, 1, LONG);
        assertThat(gate.enter(NOISY)).isEqualTo(Entry.IN);
        Future<Entry> waits = waiting(gate, QUIET);
        gate.leave(NOISY);
        assertThat(waits.get()).isEqualTo(Entry.IN);
        assertThat(gate.running()).isEqualTo(1);
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void a_client_with_much_in_the_queue_gives_way_to_one_with_little_and_they_take_turns() throws Exception {
        Gate gate = new Gate(1, 4, LONG);
        assertThat(gate.enter(NOISY)).isEqualTo(Entry.IN);
        List<Future<Entry>> noisy = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            noisy.add(waiting(gate, NOISY));
        }
        assertThat(gate.enter(NOISY)).as("the queue is full of its own").isEqualTo(Entry.FULL);

        Future<Entry> quiet = threads.submit(() -> gate.enter(QUIET));
        assertThat(noisy.getLast().get()).as("the latest gives way").isEqualTo(Entry.FULL);
        gate.leave(NOISY);
        assertThat(noisy.getFirst().get()).as("its turn").isEqualTo(Entry.IN);
        assertThat(quiet.isDone()).isFalse();
        gate.leave(NOISY);
        assertThat(quiet.get()).as("the other's turn, before the rest").isEqualTo(Entry.IN);
        assertThat(noisy.get(1).isDone()).isFalse();
    }

    @Test
    void no_client_holds_more_than_three_quarters_of_the_places() throws Exception {
        Gate gate = new Gate(4, 2, LONG);
        for (int i = 0; i < 3; i++) {
            assertThat(gate.enter(NOISY)).isEqualTo(Entry.IN);
        }
        Future<Entry> fourth = waiting(gate, NOISY);
        assertThat(gate.enter(QUIET)).isEqualTo(Entry.IN);
        gate.leave(QUIET);
        assertThat(fourth.isDone()).isFalse();
        gate.leave(NOISY);
        assertThat(fourth.get()).isEqualTo(Entry.IN);
    }

    @Test
    void after_a_rush_of_many_clients_nothing_is_left_behind() throws Exception {
        Gate gate = new Gate(3, 5, Duration.ofMillis(5));
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Client client = Client.ofAddress("client " + i % 7);
            all.add(threads.submit(() -> {
                if (gate.enter(client) == Entry.IN) {
                    LockSupport.parkNanos(1_000);
                    gate.leave(client);
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        assertThat(gate.running()).isZero();
        assertThat(gate.waiting()).isZero();
        assertThat(gate.enter(QUIET)).isEqualTo(Entry.IN);
    }

    private Future<Entry> waiting(Gate gate, Client client) throws Exception {
        int before = gate.waiting();
        Future<Entry> waits = threads.submit(() -> gate.enter(client));
        Eventually.holds(SOON, "it waits", () -> gate.waiting() == before + 1);
        return waits;
    }
}
