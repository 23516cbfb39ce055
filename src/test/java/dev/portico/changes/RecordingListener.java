package dev.portico.changes;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Remembers what it was told.
@Component
final class RecordingListener implements ChangeListener {

    static final String TOPIC = "test.recorded";

    private final Map<String, Integer> heard = new ConcurrentHashMap<>();

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(Collection<String> keys) {
        keys.forEach(key -> heard.merge(key, 1, Integer::sum));
    }

    boolean heard(String key) {
        return heard.containsKey(key);
    }

    int times(String key) {
        return heard.getOrDefault(key, 0);
    }
}
