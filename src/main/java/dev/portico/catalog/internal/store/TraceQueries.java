package dev.portico.catalog.internal.store;

import dev.portico.kernel.EntityRef;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks for what may be called or stand so, whoever may know of it. Reads whole tables: for questions that people ask
/// now and then.
@Component
public final class TraceQueries {

    private final JdbcClient database;

    TraceQueries(JdbcClient database) {
        this.database = database;
    }

    /// The entities that are meant, ordered by ref.
    ///
    /// @param after where to go on; null for the first
    public List<EntityRef> named(RefPattern meant, @Nullable EntityRef after, int limit) {
        return database.sql("select ref from catalog_entity where ref > :after and %s order by ref limit :limit"
                        .formatted(RefPattern.on("ref")))
                .params(meant.parameters())
                .param("after", text(after))
                .param("limit", limit)
                .query((row, number) -> EntityRef.parse(row.getString(1)))
                .list();
    }

    /// The entities that are meant and gone.
    public List<EntityRef> gone(RefPattern meant, int limit) {
        return database.sql("""
                        select distinct ref from catalog_revision r
                        where %s and not exists (select from catalog_entity e where e.ref = r.ref)
                        order by ref limit :limit""".formatted(RefPattern.on("ref")))
                .params(meant.parameters())
                .param("limit", limit)
                .query((row, number) -> EntityRef.parse(row.getString(1)))
                .list();
    }

    /// The files that sources hold at these locations, or that people look at there.
    public List<KnownFile> files(Collection<String> locations) {
        String[] places = locations.toArray(String[]::new);
        return database.sql("""
                        select s.name, f.location, s.last_success
                        from catalog_file f join catalog_source s on s.id = f.source_id
                        where f.location = any(:places) or f.view_url = any(:places)
                        order by s.name, f.location limit 50""")
                .param("places", places)
                .query((row, number) -> {
                    OffsetDateTime at = row.getObject("last_success", OffsetDateTime.class);
                    return new KnownFile(
                            row.getString("name"), row.getString("location"), at == null ? null : at.toInstant());
                })
                .list();
    }

    /// The entities that a file places, ordered by ref.
    ///
    /// @param after where to go on; null for the first
    public List<EntityRef> placedBy(KnownFile file, @Nullable EntityRef after, int limit) {
        return database.sql("""
                        select e.ref from catalog_entity e
                        join catalog_file f on f.id = e.file_id
                        join catalog_source s on s.id = f.source_id
                        where f.location = ? and s.name = ? and e.ref > ? order by e.ref limit ?""")
                .params(file.location(), file.source(), text(after), limit)
                .query((row, number) -> EntityRef.parse(row.getString(1)))
                .list();
    }

    /// Every ref comes after the empty text.
    private static String text(@Nullable EntityRef ref) {
        return ref == null ? "" : ref.toString();
    }

    /// A file that a source has read.
    ///
    /// @param source   the name of the source
    /// @param location the file, `type:target`
    /// @param lastRead when the source last ran with success
    public record KnownFile(
            String source, String location, @Nullable Instant lastRead) {}
}
