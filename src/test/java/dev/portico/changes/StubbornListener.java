package dev.portico.changes;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Fails until it is told to relent, the first time by an error.
@Component
final class StubbornListener implements ChangeListener {

    static final String TOPIC = "test.stubborn";

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private volatile String refused = "";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(Collection<String> keys) {
        if (keys.contains(refused)) {
            if (failures.merge(refused, 1, Integer::sum) == 1) {
                throw new OutOfMemoryError("for the test");
            }
            throw new IllegalStateException("refused for the test");
        }
        accepted.addAll(keys);
    }

    void failOn(String key) {
        refused = key;
    }

    void relent() {
        refused = "";
    }

    int failures(String key) {
        return failures.getOrDefault(key, 0);
    }

    boolean accepted(String key) {
        return accepted.contains(key);
    }
}
