package dev.portico.catalog.internal.store;

import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Revision;
import dev.portico.kernel.EntityRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads entities as their rows hold them, whoever may read them. Lists and decisions are made elsewhere.
@Component
public final class EntityQueries {

    private static final String PROBLEMS = """
            (select count(*) from catalog_problem p where p.ref = e.ref)
                + (select count(*) from catalog_link_problem l where l.ref = e.ref) as problems,
            (select count(*) from catalog_problem p where p.ref = e.ref and p.severity = 'ERROR') as errors""";
    private static final int PART = 1_000;

    private final JdbcClient database;

    EntityQueries(JdbcClient database) {
        this.database = database;
    }

    /// One entity with what its page needs, whoever may read it.
    public Optional<EntityRecord> record(EntityRef ref) {
        return records(List.of(ref.toString())).stream().findFirst();
    }

    /// Entities with what their pages need, in no particular order, whoever may read them.
    ///
    /// @param refs at most some thousand
    public List<EntityRecord> records(Collection<String> refs) {
        return database.sql("""
                        select e.id, e.ref, e.kind, e.name, e.title, e.description, e.type, e.lifecycle, e.owner,
                            e.system, e.tags, e.orphan, e.updated, e.etag, e.hash,
                            %s,
                            r.json, s.name as source, s.last_success, f.location, f.view_url
                        from catalog_entity e
                        join catalog_revision r on r.entity_id = e.id and r.valid_to is null
                        join catalog_source s on s.id = e.source_id
                        join catalog_file f on f.id = e.file_id
                        where e.ref = any(?)""".formatted(PROBLEMS))
                .param(refs.toArray(String[]::new))
                .query((row, number) -> new EntityRecord(
                        summary(row),
                        row.getString("json"),
                        row.getString("hash").equals(row.getString("etag")) ? null : row.getString("etag"),
                        row.getString("source"),
                        row.getString("location"),
                        row.getString("view_url"),
                        instant(row, "last_success")))
                .list();
    }

    /// The refs of all entities, in parts of a thousand.
    public void refs(Consumer<List<String>> part) {
        String after = "";
        List<String> refs;
        do {
            refs = database.sql("select ref from catalog_entity where ref > ? order by ref limit " + PART)
                    .param(after)
                    .query((row, number) -> row.getString(1))
                    .list();
            if (!refs.isEmpty()) {
                part.accept(refs);
                after = refs.getLast();
            }
        } while (refs.size() == PART);
    }

    /// How many entities there are, whoever may read them.
    public long count() {
        return database.sql("select count(*) from catalog_entity")
                .query(Long.class)
                .single();
    }

    /// What the entity said and when, newest first, whoever may read it.
    public List<Revision> revisions(EntityRef ref, int offset, int limit) {
        return database.sql("""
                        select r.valid_from, r.valid_to, r.json, s.name, n.trigger, n.version
                        from (select * from catalog_revision where ref = ?
                              order by valid_from desc limit ? offset ?) r
                        left join catalog_source s on s.id = r.source_id
                        left join lateral (
                            select trigger, version from catalog_run
                            where source_id = r.source_id and succeeded
                              and started between r.valid_from - interval '1 hour' and r.valid_from
                              and r.valid_from <= started + millis * interval '1 ms' + interval '1 s'
                            order by started desc limit 1) n on true
                        order by r.valid_from desc""")
                .param(ref.toString())
                .param(limit)
                .param(offset)
                .query((row, number) -> new Revision(
                        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                        instant(row, "valid_to"),
                        row.getString("json"),
                        row.getString("name"),
                        row.getString("trigger"),
                        row.getString("version")))
                .list();
    }

    /// How many revisions there are of an entity.
    public long revisionCount(EntityRef ref) {
        return database.sql("select count(*) from catalog_revision where ref = ?")
                .param(ref.toString())
                .query(Long.class)
                .single();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static EntitySummary summary(ResultSet row) throws SQLException {
        return new EntitySummary(
                row.getObject("id", UUID.class),
                EntityRef.parse(row.getString("ref")),
                row.getString("kind"),
                row.getString("name"),
                row.getString("title"),
                row.getString("description"),
                row.getString("type"),
                row.getString("lifecycle"),
                ref(row.getString("owner")),
                ref(row.getString("system")),
                Arrays.asList((String[]) row.getArray("tags").getArray()),
                row.getInt("problems"),
                row.getInt("errors"),
                row.getBoolean("orphan"),
                row.getObject("updated", OffsetDateTime.class).toInstant());
    }

    private static @Nullable EntityRef ref(@Nullable String text) {
        return text == null ? null : EntityRef.parse(text);
    }
}
