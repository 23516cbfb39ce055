package dev.portico.catalog.internal.ingest;

import dev.portico.audit.Audit;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourcePreview;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.internal.descriptor.CatalogDescriptorSettings;
import dev.portico.catalog.internal.descriptor.DescriptorReader;
import dev.portico.catalog.internal.source.SourceReading;
import dev.portico.catalog.internal.source.SourceUnreadable;
import dev.portico.catalog.internal.store.EntityWriter;
import dev.portico.catalog.internal.store.FileWriter;
import dev.portico.catalog.internal.store.HeldFile;
import dev.portico.catalog.internal.store.HeldState;
import dev.portico.catalog.internal.store.RunLog;
import dev.portico.catalog.internal.store.TableStatistics;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Change;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.storage.BulkDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Runs a source: reads it, compares it with what is held, and writes the difference in one transaction.
///
/// Whatever is across the network is fetched before the transaction begins: the whole reading of a source by URL, and
/// of one whose Locations name URLs. Where a run first comes upon a URL it breaks off, fetches, and begins again.
///
/// Two runs of one source write one after the other; the second starts again from what the first left. Two sources
/// that place the same entity at the same moment are told apart by the database, and the later one starts again.
@Component
public final class Ingestion {

    private static final int ATTEMPTS = 5;

    /// Stands for the generation of a source that its first run registers.
    private static final long UNREGISTERED = -1;

    private final BulkDatabase bulk;
    private final HeldState held;
    private final RunLog runs;
    private final Audit audit;
    private final ChangeFeed feed;
    private final DescriptorReader reader;
    private final Fingerprints fingerprints;
    private final boolean keepOrphans;
    private final SpaceBounds bounds;

    Ingestion(
            BulkDatabase bulk,
            HeldState held,
            RunLog runs,
            Audit audit,
            ChangeFeed feed,
            CatalogDescriptorSettings descriptors,
            CatalogIngestionSettings settings,
            SpaceBounds bounds) {
        this.bulk = bulk;
        this.held = held;
        this.runs = runs;
        this.audit = audit;
        this.feed = feed;
        this.reader = new DescriptorReader(descriptors.toLimits(), descriptors.toRules());
        this.fingerprints = new Fingerprints(descriptors);
        this.bounds = bounds;
        this.keepOrphans = settings.orphans() == CatalogIngestionSettings.Orphans.KEEP;
    }

    /// Runs the source and keeps what it brought.
    ///
    /// @throws SourceUnreadable when the source as a whole cannot be read;
    ///     nothing is written then
    public SourceRun run(Order order) {
        Instant began = Instant.now();
        boolean fetched = false;
        for (int attempt = 1; ; attempt++) {
            long generation = runs.generation(order.source()).orElseGet(() -> unregistered(order));
            Map<String, HeldFile> files = fingerprints.current(held.files(order.source()));
            fetched |= order.remote() || namesUrls(files);
            try (SourceReading reading = open(order, files, fetched)) {
                return bulk.transaction(connection -> write(connection, order, reading, files, generation, began));
            } catch (NearReading.FarAway unexpected) {
                fetched = true;
            } catch (Overtaken | DataIntegrityViolationException raced) {
                if (attempt == ATTEMPTS) {
                    throw raced;
                }
            }
        }
    }

    /// What a run would do.
    ///
    /// @param order a run of a source; one that is not registered has a new id
    public SourcePreview preview(Order order) {
        Map<String, HeldFile> files = held.files(order.source());
        files.replaceAll((location, file) -> file.unread());
        PreviewOutcome outcome = new PreviewOutcome();
        try (SourceReading reading = order.open().apply(Map.of())) {
            Claims claims = new Claims(outcome, order.source(), bounds.of(order.space()), held, files);
            new SourceWalk(reading, order.origin(), reader, files, claims).walk();
            claims.settle();
        }
        return outcome.preview();
    }

    /// @param fetched whether everything is fetched at once; else a reading that comes upon a URL breaks off
    private SourceReading open(Order order, Map<String, HeldFile> files, boolean fetched) {
        Map<String, String> known = new HashMap<>();
        files.forEach((location, file) -> {
            if (file.fingerprint() != null) {
                known.put(location, file.fingerprint());
                file.dependencies()
                        .forEach((target, print) -> known.put(SourceReading.knownAs(location, target), print));
            }
        });
        SourceReading reading = order.open().apply(known);
        if (!fetched) {
            return new NearReading(reading);
        }
        RememberedReading remembered = new RememberedReading(reading);
        try {
            new SourceWalk(remembered, order.origin(), reader, files, new Unheeded()).walk();
        } catch (SourceUnreadable unreadable) {
            remembered.close();
            throw unreadable;
        }
        return remembered;
    }

    /// Whether a Location of the source named a URL when it was last read.
    private static boolean namesUrls(Map<String, HeldFile> files) {
        return files.values().stream().flatMap(file -> file.follows().stream()).anyMatch(follow -> follow.target()
                .contains("://"));
    }

    private SourceRun write(
            Connection connection,
            Order order,
            SourceReading reading,
            Map<String, HeldFile> files,
            long generation,
            Instant began)
            throws SQLException {
        if (generation == UNREGISTERED) {
            Objects.requireNonNull(order.registration()).run();
        } else if (runs.lockedGeneration(order.source()).orElseThrow(() -> gone(order)) != generation) {
            throw new Overtaken();
        }
        EntityWriter entities =
                new EntityWriter(connection, order.source(), Objects.requireNonNullElseGet(order.moment(), runs::now));
        FileWriter fileWriter = new FileWriter(connection, order.source(), fingerprints::sealed);
        try (WriteBehind writes = new WriteBehind()) {
            WrittenOutcome outcome = new WrittenOutcome(entities, fileWriter, writes, keepOrphans);
            Claims claims = new Claims(outcome, order.source(), bounds.of(order.space()), held, files);
            new SourceWalk(reading, order.origin(), reader, files, claims).walk();
            claims.settle();
            outcome.finish();
            refuseBeyond(order, claims);
            refuseEmptying(order, outcome);
            TableStatistics.renew(connection, outcome.counts().created);
            return conclude(order, reading, outcome, began);
        } catch (WriteBehind.WriteFailed failed) {
            throw failed.failure();
        }
    }

    /// Whoever sends to a source of a space is told at once what does not belong there.
    private static void refuseBeyond(Order order, Claims claims) {
        String beyond = claims.beyond();
        if (order.sent() && beyond != null) {
            throw new Refusal.Forbidden(
                    CatalogPermissions.REGISTER_SOURCE.name(),
                    beyond + " Nothing was changed; take it out, or send it to a source of no space");
        }
    }

    /// What was sent replaces what was sent before. Where nothing of it is any good, that would be a mistake.
    private static void refuseEmptying(Order order, WrittenOutcome outcome) {
        RunCounts counts = outcome.counts();
        if (order.sent() && counts.allRefused() && counts.removed > 0) {
            String first = outcome.firstError()
                    .map(problem -> " The first problem, in line " + problem.line() + ": " + problem.message() + " "
                            + problem.remedy())
                    .orElse("");
            throw new Refusal.InvalidInput(
                    "descriptors-refused",
                    "No document of what was sent is valid, and taking it would remove the " + counts.removed
                            + " entities that " + order.name() + " holds in other files; nothing was changed." + first);
        }
    }

    private SourceRun conclude(Order order, SourceReading reading, WrittenOutcome outcome, Instant began) {
        RunCounts counts = outcome.counts();
        SourceRun run = new SourceRun(
                Ids.next(),
                order.trigger(),
                Objects.requireNonNullElse(order.moment(), began),
                Duration.between(began, Instant.now()),
                true,
                counts.files,
                counts.unchanged,
                counts.created,
                counts.changed,
                counts.removed,
                counts.refused,
                reading.version().orElse(null),
                null);
        runs.succeeded(order.source(), run, counts.files > counts.unchanged || counts.wrote());
        Collection<String> touched = outcome.touched();
        if (counts.wrote() || !touched.isEmpty()) {
            feed.publish(CatalogEvents.ENTITIES, touched);
            audit.record(
                    Change.done(order.actor(), "catalog.source.run", "catalog-source", order.name(), null, json(run)));
        }
        return run;
    }

    private static String json(SourceRun run) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "trigger", run.trigger(),
                        "created", run.created(),
                        "changed", run.changed(),
                        "removed", run.removed(),
                        "refused", run.refused()));
    }

    private static long unregistered(Order order) {
        if (order.registration() == null) {
            throw gone(order);
        }
        return UNREGISTERED;
    }

    private static Refusal gone(Order order) {
        return new Refusal.NotFound("source-unknown", "There is no source named " + order.name() + " any more.");
    }

    /// A run of a source to be done.
    ///
    /// @param source  the source's id
    /// @param name    its name
    /// @param origin  what was registered, as `type:target`
    /// @param remote  whether reading it goes across the network file by file
    /// @param open    starts a reading, given the fingerprints of the files that need not be read again
    /// @param actor   who asked for it
    /// @param trigger why it runs
    /// @param moment  when the source said what is read; null for now
    /// @param registration registers the source where it is not yet, in the transaction of the run; null where it
    ///     has to be registered
    /// @param space the space that it belongs to; null for none
    public record Order(
            UUID source,
            String name,
            String origin,
            boolean remote,
            Opening open,
            Reader actor,
            String trigger,
            @Nullable Instant moment,
            @Nullable Runnable registration,
            @Nullable String space) {

        /// Whether the descriptors are sent rather than read.
        boolean sent() {
            return origin.startsWith("push:") || origin.startsWith("upload:");
        }
    }

    /// Starts a reading of a source.
    @FunctionalInterface
    public interface Opening {

        /// @param known fingerprints by location, and of the contents that placeholders took in by
        ///     [SourceReading#knownAs]; what has the same fingerprint need not be read
        SourceReading apply(Map<String, String> known);
    }

    /// Another run of the same source wrote since this one looked.
    private static final class Overtaken extends RuntimeException {
        Overtaken() {
            super("Another run of the same source was faster", null, false, false);
        }
    }
}
