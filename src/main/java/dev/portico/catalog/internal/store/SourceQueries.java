package dev.portico.catalog.internal.store;

import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.SourceRun;
import dev.portico.kernel.EntityRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads how sources are doing.
@Component
public final class SourceQueries {

    private final JdbcClient database;
    private final RunLog runs;

    SourceQueries(JdbcClient database, RunLog runs) {
        this.database = database;
        this.runs = runs;
    }

    /// Every source, by name; one query and one more for each.
    public List<SourceHealth> all() {
        return database.sql(health("true")).query((row, number) -> health(row)).list();
    }

    /// The source of a name; empty where there is none.
    public Optional<SourceHealth> named(String name) {
        return database.sql(health("s.name = ?"))
                .param(name)
                .query((row, number) -> health(row))
                .optional();
    }

    /// One source; empty where it is no more.
    public Optional<SourceHealth> of(UUID source) {
        return database.sql(health("s.id = ?"))
                .param(source)
                .query((row, number) -> health(row))
                .optional();
    }

    /// The names of the sources that place these entities and that Portico reads by itself.
    public List<String> readOf(Collection<EntityRef> entities) {
        return database.sql("""
                        select distinct s.name from catalog_entity e join catalog_source s on s.id = e.source_id
                        where e.ref = any(?) and s.target <> '' order by s.name""")
                .param(entities.stream().map(EntityRef::toString).toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static String health(String where) {
        return """
                select s.*,
                    (select count(*) from catalog_entity e where e.source_id = s.id) as entities,
                    (select count(*) from catalog_problem p where p.source_id = s.id and p.severity = 'ERROR') as errors,
                    (select count(*) from catalog_problem p where p.source_id = s.id)
                        + (select count(*) from catalog_link_problem l join catalog_entity e on e.ref = l.ref
                            where e.source_id = s.id) as problems
                from catalog_source s where""" + " " + where + " order by s.name";
    }

    private SourceHealth health(ResultSet row) throws SQLException {
        int failures = row.getInt("failures");
        int problems = row.getInt("problems");
        List<SourceRun> last = runs.runs(row.getObject("id", UUID.class), 1);
        boolean running = row.getObject("running_since") != null;
        return new SourceHealth(
                new SourceDefinition(
                        row.getString("name"),
                        row.getString("type"),
                        row.getString("target"),
                        row.getString("branch"),
                        row.getString("pattern"),
                        row.getString("secret"),
                        Duration.ofSeconds(row.getLong("every_seconds")),
                        row.getString("space")),
                state(running, last, failures, row.getInt("errors")),
                row.getLong("entities"),
                problems,
                failures,
                last.isEmpty() ? null : last.getFirst(),
                instant(row, "next_run"));
    }

    private static SourceHealth.State state(boolean running, List<SourceRun> last, int failures, int errors) {
        if (running) {
            return SourceHealth.State.RUNNING;
        }
        if (failures > 0) {
            return SourceHealth.State.FAILING;
        }
        if (last.isEmpty()) {
            return SourceHealth.State.NEW;
        }
        return errors > 0 ? SourceHealth.State.PROBLEMS : SourceHealth.State.HEALTHY;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
