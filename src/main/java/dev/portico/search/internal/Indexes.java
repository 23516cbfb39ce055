package dev.portico.search.internal;

import dev.portico.changes.ChangeFeed;
import dev.portico.search.SearchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Opens the index that is in force where it can be trusted, and makes new ones.
@Component
final class Indexes {

    private static final Logger log = LoggerFactory.getLogger(Indexes.class);

    private final Folders folders;
    private final Registered registered;
    private final ChangeFeed feed;
    private final SearchSettings settings;

    Indexes(Folders folders, Registered registered, ChangeFeed feed, SearchSettings settings) {
        this.folders = folders;
        this.registered = registered;
        this.feed = feed;
        this.settings = settings;
    }

    /// The index in force with its way along the feed; null where there is none that can be followed from where it is.
    @Nullable
    Following openInForce() {
        try {
            Optional<Path> folder = folders.inForce();
            if (folder.isEmpty()) {
                return null;
            }
            if (!Index.isWhole(folders.open(folder.get()))) {
                log.warn("The search index in {} is damaged; it is built anew", folder.get());
                return null;
            }
            return follow(Index.open(folder.get(), folders.open(folder.get()), megabytes()));
        } catch (IOException | RuntimeException e) {
            log.warn("The search index cannot be opened; it is built anew", e);
            return null;
        }
    }

    private @Nullable Following follow(Index index) throws IOException {
        try {
            Optional<Checkpoint> checkpoint = Checkpoint.of(index.remembered());
            if (checkpoint.isPresent() && usable(checkpoint.get())) {
                return new Following(
                        index,
                        registered,
                        feed.origin(),
                        feed.from(checkpoint.get().position()),
                        feed::clock);
            }
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
        index.close();
        log.info("The search index is of another database, another version or too old; it is built anew");
        return null;
    }

    private boolean usable(Checkpoint checkpoint) {
        return checkpoint.feed().equals(feed.origin())
                && checkpoint.shape().equals(registered.shape())
                && feed.reaches(checkpoint.position(), checkpoint.at());
    }

    /// A new index that holds everything which was committed when this began, and perhaps more.
    Following build() throws IOException {
        Instant began = Instant.now();
        AtomicLong documents = new AtomicLong();
        Path folder = folders.make();
        Index index = Index.open(folder, folders.open(folder), megabytes());
        try {
            Following next = new Following(index, registered, feed.origin(), feed.from(feed.now()), feed::clock);
            next.fill(documents::addAndGet);
            next.pass();
            log.info(
                    "The search index was built of {} documents in {} ms",
                    documents,
                    Duration.between(began, Instant.now()).toMillis());
            return next;
        } catch (IOException | RuntimeException e) {
            discard(index);
            throw e;
        }
    }

    /// Ends an index that never came into force, and leaves nothing of it.
    static void discard(Index unused) {
        close(unused);
        Folders.delete(unused.folder());
    }

    /// Puts an index in force for this start and those to come.
    void enforce(Following next) throws IOException {
        next.commit();
        folders.enforce(next.index().folder());
    }

    /// Deletes what other indexes have left: those replaced, and those never finished.
    void clear(Following inForce) {
        folders.clear(inForce.index().folder());
    }

    /// Ends an index that stays in force for the next start.
    void conclude(Following last) {
        try {
            last.commit();
        } catch (IOException | RuntimeException e) {
            log.warn("The search index could not be committed; what is missing is read again at the next start", e);
        }
        close(last.index());
    }

    /// Ends an index. Views of it that are being read stay readable.
    static void close(Index index) {
        try {
            index.close();
        } catch (IOException | RuntimeException e) {
            log.warn("The search index in {} could not be closed", index.folder(), e);
        }
    }

    private double megabytes() {
        return settings.memory().toMegabytes();
    }
}
