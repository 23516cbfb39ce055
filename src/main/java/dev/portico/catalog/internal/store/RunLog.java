package dev.portico.catalog.internal.store;

import dev.portico.catalog.SourceRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The runs of sources and the state they left their source in.
@Component
public final class RunLog {

    private static final int KEPT_RUNS = 100;

    private final JdbcClient database;

    RunLog(JdbcClient database) {
        this.database = database;
    }

    /// The database's clock, to the microsecond.
    public Instant now() {
        return database.sql("select now()").query(OffsetDateTime.class).single().toInstant();
    }

    /// How often runs of the source have written, without waiting for one that is under way; empty for no such source.
    public Optional<Long> generation(UUID source) {
        return database.sql("select generation from catalog_source where id = ?")
                .param(source)
                .query(Long.class)
                .optional();
    }

    /// The same, and holds the source until the transaction ends: one run at a time writes.
    public Optional<Long> lockedGeneration(UUID source) {
        return database.sql("select generation from catalog_source where id = ? for update")
                .param(source)
                .query(Long.class)
                .optional();
    }

    /// Whether the source is there, and stays until the transaction ends.
    public boolean staying(UUID source) {
        return database.sql("select true from catalog_source where id = ? for key share")
                .param(source)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /// Notes that entities of the source changed otherwise than by a run: runs under way begin again, and relations are
    /// looked at anew.
    public void wrote(UUID source) {
        database.sql("update catalog_source set generation = generation + 1 where id = ?")
                .param(source)
                .update();
    }

    /// Notes that a run is under way.
    public void started(UUID source) {
        database.sql("update catalog_source set running_since = now() where id = ?")
                .param(source)
                .update();
    }

    /// Notes a run that went well, in the transaction that wrote what it brought.
    public void succeeded(UUID source, SourceRun run, boolean wrote) {
        database.sql("""
                        update catalog_source
                        set failures = 0, running_since = null, last_success = :at, version = :version,
                            generation = generation + :wrote
                        where id = :id""")
                .param("at", at(run.started()))
                .param("version", run.version())
                .param("wrote", wrote ? 1 : 0)
                .param("id", source)
                .update();
        add(source, run);
    }

    /// Notes a run that failed.
    public void failed(UUID source, SourceRun run) {
        int rows = database.sql("update catalog_source set failures = failures + 1, running_since = null where id = ?")
                .param(source)
                .update();
        if (rows > 0) {
            add(source, run);
        }
    }

    /// Notes why the next run of the source is to come, where that is not its schedule. Waits for no run.
    public void ask(UUID source, String trigger) {
        database.sql("""
                        insert into catalog_asked_run (source_id, trigger) values (?, ?)
                        on conflict (source_id) do update set trigger = excluded.trigger""").params(source, trigger).update();
    }

    /// Why a run that begins now was asked for, and forgets it; empty where nobody asked.
    public Optional<String> asked(UUID source) {
        return database.sql("delete from catalog_asked_run where source_id = ? returning trigger")
                .param(source)
                .query(String.class)
                .optional();
    }

    /// How many runs in a row have failed.
    public int failures(UUID source) {
        return database.sql("select failures from catalog_source where id = ?")
                .param(source)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /// Notes when the source runs next; null for never by itself.
    public void next(UUID source, @Nullable Instant next) {
        database.sql("update catalog_source set next_run = :next where id = :id")
                .param("next", next == null ? null : at(next))
                .param("id", source)
                .update();
    }

    /// Takes the source out, with its files, problems and runs. No entity may name it any more.
    public void forget(UUID source) {
        database.sql("delete from catalog_source where id = ?").param(source).update();
        database.sql("delete from catalog_asked_run where source_id = ?")
                .param(source)
                .update();
    }

    /// The last runs of the source, newest first.
    public List<SourceRun> runs(UUID source, int limit) {
        return database.sql("select * from catalog_run where source_id = ? order by started desc, id desc limit ?")
                .param(source)
                .param(limit)
                .query((row, number) -> run(row))
                .list();
    }

    /// A run that found everything as it was takes the place of the one before it, if that found the same.
    private void add(UUID source, SourceRun run) {
        boolean quiet = run.succeeded() && run.unchanged() == run.files() && run.removed() == 0;
        if (quiet && replaceQuiet(source, run)) {
            return;
        }
        parameters(database.sql("""
                        insert into catalog_run (id, source_id, trigger, started, millis, succeeded, files, unchanged,
                            created, changed, removed, refused, version, error)
                        values (:id, :source, :trigger, :started, :millis, :succeeded, :files, :unchanged,
                            :created, :changed, :removed, :refused, :version, :error)"""), source, run)
                .param("succeeded", run.succeeded())
                .param("files", run.files())
                .param("unchanged", run.unchanged())
                .param("created", run.created())
                .param("changed", run.changed())
                .param("removed", run.removed())
                .param("refused", run.refused())
                .param("error", run.error())
                .update();
        database.sql("""
                        delete from catalog_run where source_id = :id and id not in (
                            select id from catalog_run where source_id = :id order by started desc limit :kept)""").param("id", source).param("kept", KEPT_RUNS).update();
    }

    private boolean replaceQuiet(UUID source, SourceRun run) {
        return parameters(database.sql("""
                        update catalog_run
                        set id = :id, trigger = :trigger, started = :started, millis = :millis, version = :version
                        where succeeded and unchanged = files and removed = 0 and files = :files and refused = :refused
                            and id = (
                            select id from catalog_run where source_id = :source order by started desc limit 1)"""), source, run)
                        .param("files", run.files())
                        .param("refused", run.refused())
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec sql, UUID source, SourceRun run) {
        return sql.param("id", run.id())
                .param("source", source)
                .param("trigger", run.trigger())
                .param("started", at(run.started()))
                .param("millis", run.took().toMillis())
                .param("version", run.version());
    }

    private static SourceRun run(ResultSet row) throws SQLException {
        return new SourceRun(
                row.getObject("id", UUID.class),
                row.getString("trigger"),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("millis")),
                row.getBoolean("succeeded"),
                row.getInt("files"),
                row.getInt("unchanged"),
                row.getInt("created"),
                row.getInt("changed"),
                row.getInt("removed"),
                row.getInt("refused"),
                row.getString("version"),
                row.getString("error"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
