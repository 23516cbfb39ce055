package dev.portico.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.springframework.stereotype.Component;

/// Does what a test says for a key.
@Component
final class ProbeJob implements JobHandler {

    static final String NAME = "test.probe";

    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, Instant> again = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> run(String key) {
        runs.merge(key, 1, Integer::sum);
        CountDownLatch latch = held.get(key);
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (failing.contains(key)) {
            throw new IllegalStateException("it went wrong");
        }
        return Optional.ofNullable(again.remove(key));
    }

    int runs(String key) {
        return runs.getOrDefault(key, 0);
    }

    CountDownLatch hold(String key) {
        CountDownLatch latch = new CountDownLatch(1);
        held.put(key, latch);
        return latch;
    }

    void againAt(String key, Instant at) {
        again.put(key, at);
    }

    void fail(String key) {
        failing.add(key);
    }
}
