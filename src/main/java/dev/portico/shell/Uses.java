package dev.portico.shell;

import dev.portico.kernel.Reader;
import dev.portico.storage.WriteBehind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Counts what each account opens and does, to bring it back: the palette ranks by it, the home page lists it.
///
/// Opening a page writes nothing: uses wait in memory and are written down in one batch every quarter of a minute, and
/// at the end. A crash loses that much. What waits, what is held of the database, and what is kept of an account are
/// bounded.
@Component
final class Uses extends WriteBehind {

    /// How many items are kept of each account, the latest ones.
    static final int KEPT = 200;

    private static final Logger log = LoggerFactory.getLogger(Uses.class);
    private static final int ACCOUNTS = 500;
    private static final int WAITING = 20_000;

    private final UseRows rows;
    private final Map<UUID, Map<String, Use>> waiting = new HashMap<>();
    private int held;
    private final Map<UUID, Map<String, Use>> written = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Map<String, Use>> eldest) {
            return size() > ACCOUNTS;
        }
    };

    Uses(UseRows rows) {
        super("shell-uses", Duration.ofSeconds(15));
        this.rows = rows;
    }

    /// Counts one use of an item. Costs no input or output.
    void count(Reader reader, String item) {
        @Nullable UUID account = reader.account();
        if (account == null) {
            return;
        }
        synchronized (waiting) {
            boolean known = waiting.getOrDefault(account, Map.of()).containsKey(item);
            if (known || held < WAITING) {
                held += known ? 0 : 1;
                waiting.computeIfAbsent(account, first -> new HashMap<>())
                        .merge(item, new Use(item, 1, Instant.now()), Use::plus);
            }
        }
    }

    /// What the reader uses, by item.
    Map<String, Use> of(Reader reader) {
        @Nullable UUID account = reader.account();
        if (account == null) {
            return Map.of();
        }
        Map<String, Use> uses = new HashMap<>(written(account));
        synchronized (waiting) {
            waiting.getOrDefault(account, Map.of()).forEach((item, use) -> uses.merge(item, use, Use::plus));
        }
        return uses;
    }

    /// What the reader has used lately, the latest first.
    List<Use> recent(Reader reader) {
        return of(reader).values().stream()
                .sorted(Comparator.comparing(Use::at).reversed())
                .toList();
    }

    /// Writes down what waits.
    @Override
    protected void flush() {
        Map<Key, Use> taken = new HashMap<>();
        synchronized (waiting) {
            waiting.forEach((account, uses) -> uses.forEach((item, use) -> taken.put(new Key(account, item), use)));
        }
        if (taken.isEmpty()) {
            return;
        }
        rows.add(taken);
        synchronized (waiting) {
            // What was used again meanwhile has been written in part, and counts a little more for it.
            taken.forEach(this::written);
        }
        forget(taken.keySet());
    }

    private void written(Key key, Use use) {
        Map<String, Use> uses = waiting.getOrDefault(key.account(), Map.of());
        if (use.equals(uses.get(key.item()))) {
            uses.remove(key.item());
            held--;
        }
        if (uses.isEmpty()) {
            waiting.remove(key.account());
        }
    }

    private Map<String, Use> written(UUID account) {
        synchronized (written) {
            @Nullable Map<String, Use> known = written.get(account);
            if (known != null) {
                return known;
            }
        }
        try {
            Map<String, Use> read = rows.of(account);
            synchronized (written) {
                written.put(account, read);
            }
            return read;
        } catch (DataAccessException away) {
            log.warn("What an account uses was not read: {}", away.getMessage());
            return Map.of();
        }
    }

    private void forget(Collection<Key> keys) {
        synchronized (written) {
            keys.forEach(key -> written.remove(key.account()));
        }
    }

    /// Whose use of what.
    record Key(UUID account, String item) {}
}
