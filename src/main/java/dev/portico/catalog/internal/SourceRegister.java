package dev.portico.catalog.internal;

import dev.portico.audit.Audit;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.internal.ingest.SourceJob;
import dev.portico.catalog.internal.source.SourceTarget;
import dev.portico.catalog.internal.store.CatalogSource;
import dev.portico.catalog.internal.store.CatalogSources;
import dev.portico.catalog.internal.store.EntityWriter;
import dev.portico.catalog.internal.store.HeldState;
import dev.portico.catalog.internal.store.RunLog;
import dev.portico.changes.ChangeFeed;
import dev.portico.jobs.Jobs;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.storage.BulkDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The sources that are registered, and the runs planned for them.
@Component
public final class SourceRegister {

    private static final String THING = "catalog-source";
    private static final int LONGEST_NAME = 63;

    private final CatalogSources sources;
    private final HeldState held;
    private final RunLog runs;
    private final Jobs jobs;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionTemplate transaction;
    private final BulkDatabase bulk;
    private final JdbcTemplate jdbc;

    SourceRegister(
            CatalogSources sources,
            HeldState held,
            RunLog runs,
            Jobs jobs,
            Audit audit,
            ChangeFeed feed,
            TransactionTemplate transaction,
            BulkDatabase bulk,
            JdbcTemplate jdbc) {
        this.sources = sources;
        this.held = held;
        this.runs = runs;
        this.jobs = jobs;
        this.audit = audit;
        this.feed = feed;
        this.transaction = transaction;
        this.bulk = bulk;
        this.jdbc = jdbc;
    }

    /// The source of that name.
    public Optional<CatalogSource> find(String name) {
        return sources.findByName(name);
    }

    /// The source of that name.
    ///
    /// @throws Refusal.NotFound when there is none
    public CatalogSource named(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    /// The refusal for a name that no source has.
    public static Refusal unknown(String name) {
        return new Refusal.NotFound(
                "source-unknown", "There is no source named " + name + ". The page Sources lists those there are.");
    }

    /// The definition, once it is sure that it can be registered.
    ///
    /// @throws Refusal.InvalidInput when something in it does not fit
    public static SourceDefinition checked(SourceDefinition definition) {
        checkName(definition.name());
        new SourceTarget(
                definition.type(), definition.target(), definition.branch(), definition.pattern(), definition.secret());
        if (definition.every().isNegative()
                || (!definition.every().isZero() && definition.every().toSeconds() < 1)) {
            throw new Refusal.InvalidInput(
                    "source-schedule", "The pause between runs is a second or more, or zero for no runs by itself.");
        }
        return definition;
    }

    /// Registers a source that Portico reads by itself, and plans its first run for now.
    public CatalogSource add(SourceDefinition definition, Reader actor) {
        CatalogSource source = new CatalogSource(checked(definition), Instant.now());
        insert(source, Instant.now(), actor);
        return source;
    }

    /// A source that takes what is sent under that name: the one that is registered, or one that is not yet.
    ///
    /// @param space the space of one that is not registered yet; null for none
    /// @throws Refusal.Conflict when a source of another type has the name
    public CatalogSource sent(String name, String type, @Nullable String space) {
        checkName(name);
        CatalogSource source = find(name)
                .orElseGet(() -> new CatalogSource(
                        new SourceDefinition(name, type, "", null, null, null, Duration.ZERO, space), Instant.now()));
        if (!source.type().equals(type)) {
            throw new Refusal.Conflict(
                    "source-type",
                    "The source " + name + " is of type " + source.type() + " and takes no " + type
                            + ". Choose another name, or remove that source first.");
        }
        return source;
    }

    /// Registers a source in the transaction that the caller is in, or in one of its own.
    ///
    /// @param firstRun when it runs first by itself, where it is read and not sent
    /// @throws Refusal.Conflict when another source has that name
    public void insert(CatalogSource source, Instant firstRun, Reader actor) {
        try {
            transaction.executeWithoutResult(status -> {
                sources.saveAndFlush(source);
                if (!source.definition().target().isEmpty()) {
                    jobs.schedule(SourceJob.NAME, source.id().toString(), firstRun);
                }
                audit.record(Change.done(
                        actor, "catalog.source.register", THING, source.name(), null, json(source.definition())));
                feed.publish(CatalogEvents.SOURCES, List.of(source.name()));
            });
        } catch (DataIntegrityViolationException duplicate) {
            if (String.valueOf(duplicate.getMostSpecificCause().getMessage()).contains("catalog_source_space_fkey")) {
                throw new Refusal.NotFound(
                        "space-unknown",
                        "There is no space " + source.definition().space() + " any more");
            }
            throw new Refusal.Conflict(
                    "source-exists", "There is a source named " + source.name() + " already. Choose another name.");
        }
    }

    /// Plans a run for now, of this very source: another may have come to its name since it was found.
    ///
    /// @param trigger why, as the run will say: `refresh` or `webhook`
    /// @param actor   who asks for it
    public void runNow(CatalogSource source, String trigger, Reader actor) {
        String name = source.name();
        if (source.definition().target().isEmpty()) {
            throw new Refusal.InvalidInput(
                    "source-sent",
                    "The descriptors of " + name + " are sent by " + source.type()
                            + ", so there is nothing to read. Send them again instead.");
        }
        transaction.executeWithoutResult(status -> {
            if (!runs.staying(source.id())) {
                throw unknown(name);
            }
            runs.ask(source.id(), trigger);
            audit.record(Change.done(
                    actor,
                    "catalog.source.refresh",
                    "catalog-source-run",
                    name,
                    null,
                    JsonMapper.shared().writeValueAsString(Map.of("trigger", trigger))));
            jobs.schedule(SourceJob.NAME, source.id().toString(), Instant.now());
        });
    }

    /// Removes this very source with what it places: another may have come to its name since it was found.
    ///
    /// @throws Refusal.NotFound when it is no more
    public void remove(CatalogSource source, Reader actor) {
        bulk.transaction(connection -> remove(source, actor, connection));
    }

    /// Removes a source with what it places, in the transaction that the caller is in.
    void removeHere(CatalogSource source, Reader actor) {
        jdbc.execute((ConnectionCallback<UUID>) connection -> remove(source, actor, connection));
    }

    private UUID remove(CatalogSource source, Reader actor, Connection connection) throws SQLException {
        String name = source.name();
        if (runs.lockedGeneration(source.id()).isEmpty()) {
            throw unknown(name);
        }
        EntityWriter writer = new EntityWriter(connection, source.id(), runs.now());
        writer.remove(held.entities(source.id()).values());
        jobs.cancel(SourceJob.NAME, source.id().toString());
        runs.forget(source.id());
        audit.record(Change.done(actor, "catalog.source.remove", THING, name, json(source.definition()), null));
        feed.publish(CatalogEvents.ENTITIES, writer.touched());
        feed.publish(CatalogEvents.SOURCES, List.of(name));
        return source.id();
    }

    /// What is registered, by name.
    public List<SourceDefinition> all() {
        return sources.findAllByOrderByName().stream()
                .map(CatalogSource::definition)
                .toList();
    }

    /// Every registered source's id by what it reads, as `type:target`.
    public Map<String, UUID> byTarget() {
        return sources.findAllByOrderByName().stream()
                .collect(java.util.stream.Collectors.toMap(
                        source -> source.type() + ":" + source.definition().target(),
                        CatalogSource::id,
                        (first, second) -> first));
    }

    private static void checkName(String name) {
        boolean good = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
                && !name.startsWith("-")
                && !name.endsWith("-");
        if (!good) {
            throw new Refusal.InvalidInput(
                    "source-name",
                    "\"" + name + "\" is no name for a source: use 1 to " + LONGEST_NAME
                            + " lower-case letters, digits and -, with no - at either end.");
        }
    }

    private static String json(SourceDefinition definition) {
        return JsonMapper.shared().writeValueAsString(definition);
    }
}
