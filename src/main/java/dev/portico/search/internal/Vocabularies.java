package dev.portico.search.internal;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/// The vocabularies that were asked for last, as long as their segments are there: a segment never changes, so that a
/// new view of the index needs them of its new segments only. They take at most a sixteenth of the heap.
final class Vocabularies {

    private final long most;
    private final long mostOfOne;
    private final Map<Key, Entry> known = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<Object> segments = new HashSet<>();
    private long bytes;

    Vocabularies(long most) {
        this.most = most;
        this.mostOfOne = most / 4;
    }

    /// The terms of a field in a segment that begin alike; null where they would take too much.
    @Nullable
    Vocabulary of(LeafReader segment, String field, String beginning) throws IOException {
        IndexReader.CacheHelper identity = segment.getCoreCacheHelper();
        if (identity == null) {
            return null;
        }
        Entry entry = entry(identity, field, beginning);
        synchronized (entry) {
            if (!entry.read) {
                entry.vocabulary = Vocabulary.read(segment, field, beginning, mostOfOne);
                entry.read = true;
                took(entry);
            }
            return entry.vocabulary;
        }
    }

    private synchronized Entry entry(IndexReader.CacheHelper identity, String field, String beginning) {
        if (segments.add(identity.getKey())) {
            identity.addClosedListener(this::forget);
        }
        return known.computeIfAbsent(new Key(identity.getKey(), field, beginning), any -> new Entry());
    }

    private synchronized void took(Entry entry) {
        bytes += entry.bytes();
        Iterator<Entry> eldest = known.values().iterator();
        while (bytes > most && eldest.hasNext()) {
            Entry old = eldest.next();
            if (old != entry && old.read) {
                bytes -= old.bytes();
                eldest.remove();
            }
        }
    }

    private synchronized void forget(Object segment) {
        segments.remove(segment);
        known.entrySet().removeIf(entry -> {
            boolean gone = entry.getKey().segment.equals(segment);
            if (gone && entry.getValue().read) {
                bytes -= entry.getValue().bytes();
            }
            return gone;
        });
    }

    private record Key(Object segment, String field, String beginning) {}

    private static final class Entry {

        private volatile boolean read;
        private @Nullable Vocabulary vocabulary;

        long bytes() {
            return vocabulary == null ? 100 : vocabulary.bytes();
        }
    }
}
