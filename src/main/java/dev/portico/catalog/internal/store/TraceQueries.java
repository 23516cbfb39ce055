package dev.portico.catalog.internal.store;

import dev.portico.kernel.EntityRef;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks for what may be called or stand so, whoever may know of it. Reads whole tables: for questions that people ask
/// now and then.
@Component
public final class TraceQueries {

    private static final int MOST = 50;

    private final JdbcClient database;

    TraceQueries(JdbcClient database) {
        this.database = database;
    }

    /// The entities of that name, of any kind and in any namespace.
    ///
    /// @param name in lower case
    public List<EntityRef> named(String name) {
        return refs("select ref from catalog_entity where lower(name) = ? order by ref limit " + MOST, name);
    }

    /// The entities of that name that are gone.
    ///
    /// @param name in lower case
    public List<EntityRef> gone(String name) {
        return refs("""
                select distinct ref from catalog_revision r
                where split_part(ref, '/', 2) = ? and not exists (select from catalog_entity e where e.ref = r.ref)
                order by ref limit\s""" + MOST, name.toLowerCase(Locale.ROOT));
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

    /// The entities that a file places, at most 50.
    public List<EntityRef> placedBy(KnownFile file) {
        return database.sql("""
                        select e.ref from catalog_entity e
                        join catalog_file f on f.id = e.file_id
                        join catalog_source s on s.id = f.source_id
                        where f.location = ? and s.name = ? order by e.ref limit 50""")
                .params(file.location(), file.source())
                .query((row, number) -> EntityRef.parse(row.getString(1)))
                .list();
    }

    private List<EntityRef> refs(String sql, String parameter) {
        return database.sql(sql)
                .param(parameter)
                .query((row, number) -> EntityRef.parse(row.getString(1)))
                .list();
    }

    /// A file that a source has read.
    ///
    /// @param source   the name of the source
    /// @param location the file, `type:target`
    /// @param lastRead when the source last ran with success
    public record KnownFile(
            String source, String location, @Nullable Instant lastRead) {}
}
