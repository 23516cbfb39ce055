package dev.portico.search.internal;

import dev.portico.changes.FeedCursor;
import dev.portico.changes.FeedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/// An index together with its way along the change feed. For one thread at a time.
///
/// Documents are read from the database while those before them are written to the index.
final class Following {

    private static final int FEWEST_IDS = 100;

    /// Documents are large until they are written: two parts are in memory at a time.
    private static final int MOST_IDS = 250;

    /// A small change is cut into as many, so that most of its documents are written while others are read.
    private static final int PARTS = 4;

    private static final Duration LONGEST_UNCOMMITTED = Duration.ofMinutes(10);

    private static final Duration CLOCK_EVERY = Duration.ofMinutes(1);

    private final Index index;
    private final Registered registered;
    private final UUID feed;
    private final FeedCursor cursor;
    private volatile boolean ended;
    private boolean changed;
    private final Supplier<Instant> clock;
    private Instant passed;
    private Instant committed = Instant.now();
    private Instant asked = committed;

    /// @param clock the feed's
    Following(Index index, Registered registered, UUID feed, FeedCursor cursor, Supplier<Instant> clock) {
        this.clock = clock;
        this.passed = clock.get();
        this.index = index;
        this.registered = registered;
        this.feed = feed;
        this.cursor = cursor;
    }

    Index index() {
        return index;
    }

    /// Has a pass that is under way break off between two parts. What it has written so far is written again when the
    /// same part of the feed is read at the next start.
    void end() {
        ended = true;
    }

    /// Brings the index up to what is committed now, and shows it.
    void pass() throws IOException {
        // Asked for once a minute: an older time than the true one only makes an index be built anew too soon.
        boolean again = asked.plus(CLOCK_EVERY).isBefore(Instant.now());
        Instant began = again ? clock.get() : passed;
        try {
            cursor.pass(this::take);
            asked = again ? Instant.now() : asked;
            passed = began;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Writes every document of every source.
    void fill(Progress progress) throws IOException {
        try (Writing writing = new Writing()) {
            for (String type : registered.types()) {
                registered.source(type).ids(ids -> {
                    writing.put(type, ids);
                    progress.advanced(ids.size());
                });
            }
            writing.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        index.show();
        changed = true;
    }

    /// Makes the index last, where it has changed; and now and then where it has not, so that the position in the feed
    /// that it remembers does not grow too old to go on from.
    void commit() throws IOException {
        boolean old = committed.plus(LONGEST_UNCOMMITTED).isBefore(Instant.now());
        if (old && !ended) {
            pass();
        }
        if (old || changed) {
            index.commit(new Checkpoint(feed, cursor.position(), passed, registered.shape()).toCommit());
            changed = false;
            committed = Instant.now();
        }
    }

    private void take(List<FeedRow> rows) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        for (FeedRow row : rows) {
            for (String type : registered.typesOf(row.topic())) {
                ids.computeIfAbsent(type, any -> new LinkedHashSet<>()).addAll(row.keys());
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        try (Writing writing = new Writing()) {
            ids.forEach((type, changedIds) -> {
                writing.put(type, new ArrayList<>(changedIds));
            });
            writing.finish();
            changed = true;
            index.show();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The portal ends.
    private static final class Ended extends RuntimeException {
        Ended() {
            super("The portal ends", null, false, false);
        }
    }

    /// How far a long piece of work has come.
    interface Progress {
        void advanced(int documents);
    }

    /// Writes one part while the next one is read.
    private final class Writing implements AutoCloseable {

        private final ExecutorService writer = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("search-writer").factory());
        private @Nullable Future<?> before;

        void put(String type, List<String> ids) {
            int part = Math.clamp(ids.size() / PARTS, FEWEST_IDS, MOST_IDS);
            for (int from = 0; from < ids.size(); from += part) {
                putPart(type, ids.subList(from, Math.min(ids.size(), from + part)));
            }
        }

        private void putPart(String type, List<String> ids) {
            if (ended) {
                throw new Ended();
            }
            Map<String, Document> documents = registered.documents(type, ids);
            finish();
            before = writer.submit(() -> {
                index.replace(type, ids, documents);
                return true;
            });
        }

        /// Returns once everything given is written.
        void finish() {
            Future<?> running = before;
            before = null;
            if (running == null) {
                return;
            }
            try {
                running.get();
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case IOException disk -> throw new UncheckedIOException(disk);
                    case RuntimeException bug -> throw bug;
                    case null, default -> throw new IllegalStateException("Documents could not be indexed", failed);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Indexing was stopped", stopped);
            }
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
