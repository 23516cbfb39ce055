package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.SourcePreview;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.internal.ingest.Ingestion.Opening;
import dev.portico.catalog.internal.ingest.Ingestion.Order;
import dev.portico.catalog.internal.source.SourceReaders;
import dev.portico.catalog.internal.source.SourceTarget;
import dev.portico.catalog.internal.source.SourceUnreadable;
import dev.portico.catalog.internal.store.CatalogSource;
import dev.portico.catalog.internal.store.RunLog;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs sources and keeps how it went, whatever happens.
@Component
public final class SourceRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SourceRunner.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ingestion ingestion;
    private final SourceReaders readers;
    private final RunLog runs;
    private final ChangeFeed feed;
    private final TransactionTemplate transaction;
    private final Search search;

    SourceRunner(
            Ingestion ingestion,
            SourceReaders readers,
            RunLog runs,
            ChangeFeed feed,
            TransactionTemplate transaction,
            Search search) {
        this.ingestion = ingestion;
        this.readers = readers;
        this.runs = runs;
        this.feed = feed;
        this.transaction = transaction;
        this.search = search;
    }

    /// Reads a source from where its descriptors are. A failure is kept with the source and not thrown.
    public SourceRun pull(CatalogSource source, String trigger, Reader actor) {
        Instant started = Instant.now();
        runs.started(source.id());
        try {
            return visible(ingestion.run(order(source.id(), source.definition(), trigger, actor)));
        } catch (SourceUnreadable unreadable) {
            return failed(source, trigger, started, unreadable.sentence());
        } catch (Refusal refusal) {
            return failed(source, trigger, started, refusal.reason());
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).log("The run of source {} failed", source.name());
            return failed(source, trigger, started, "The run broke off unexpectedly; the log says more.");
        }
    }

    /// Takes in descriptors that were sent, as all that the source holds. A failure is thrown, and nothing is kept.
    ///
    /// @param registration registers the source where that is still to be done; null where it has been
    public SourceRun take(
            CatalogSource source, List<DescriptorUpload> files, Reader actor, @Nullable Runnable registration) {
        SourceRun run = visible(
                ingestion.run(sent(source.id(), source.definition(), files, source.type(), actor, registration)));
        return run.lasting(Duration.between(run.started(), Instant.now()));
    }

    /// Takes in what a source that is read said at an earlier moment. Moments are taken in from the earliest on.
    ///
    /// @param past starts a reading of what it said
    /// @param registration registers the source where that is still to be done; null where it has been
    public SourceRun recall(
            CatalogSource source, Instant moment, Opening past, Reader actor, @Nullable Runnable registration) {
        return visible(ingestion.run(new Order(
                source.id(),
                source.name(),
                target(source.definition()).ref(),
                false,
                past,
                actor,
                "schedule",
                moment,
                registration,
                source.definition().space())));
    }

    /// Returns a run once this node's index holds what it brought, so that people read what they wrote.
    private SourceRun visible(SourceRun run) {
        boolean unchanged = run.files() == run.unchanged() && run.removed() == 0;
        if (!unchanged && !search.follow(PATIENCE)) {
            LOG.warn("What a source brought is not in the index of this node yet");
        }
        return run;
    }

    /// What reading the source would bring.
    ///
    /// @throws Refusal.InvalidInput when the source as a whole cannot be read
    public SourcePreview preview(SourceDefinition definition, Reader actor) {
        try {
            return ingestion.preview(order(Ids.next(), definition, "preview", actor));
        } catch (SourceUnreadable unreadable) {
            throw new Refusal.InvalidInput("source-unreadable", unreadable.sentence());
        }
    }

    /// What taking in these files would bring.
    ///
    /// @param source the id of the source that holds such files already, or a new one
    public SourcePreview preview(UUID source, SourceDefinition definition, List<DescriptorUpload> files, Reader actor) {
        return ingestion.preview(sent(source, definition, files, "preview", actor, null));
    }

    private Order order(UUID id, SourceDefinition definition, String trigger, Reader actor) {
        SourceTarget target = target(definition);
        boolean remote = definition.type().equals("url");
        return new Order(
                id,
                definition.name(),
                target.ref(),
                remote,
                known -> readers.open(target, known),
                actor,
                trigger,
                null,
                null,
                definition.space());
    }

    private static SourceTarget target(SourceDefinition definition) {
        return new SourceTarget(
                definition.type(), definition.target(), definition.branch(), definition.pattern(), definition.secret());
    }

    private static Order sent(
            UUID id,
            SourceDefinition definition,
            List<DescriptorUpload> files,
            String trigger,
            Reader actor,
            @Nullable Runnable registration) {
        String origin = definition.type() + ':' + definition.name();
        return new Order(
                id,
                definition.name(),
                origin,
                false,
                known -> new UploadReading(origin, files, known),
                actor,
                trigger,
                null,
                registration,
                definition.space());
    }

    private SourceRun failed(CatalogSource source, String trigger, Instant started, String error) {
        SourceRun run = new SourceRun(
                Ids.next(),
                trigger,
                started,
                Duration.between(started, Instant.now()),
                false,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                error);
        transaction.executeWithoutResult(status -> {
            runs.failed(source.id(), run);
            feed.publish(CatalogEvents.SOURCES, List.of(source.name()));
        });
        return run;
    }
}
