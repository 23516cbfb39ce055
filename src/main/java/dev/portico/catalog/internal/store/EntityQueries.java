package dev.portico.catalog.internal.store;

import dev.portico.access.Scope;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Facet;
import dev.portico.catalog.FacetValue;
import dev.portico.catalog.Revision;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists and counts entities in SQL, within a scope.
@Component
public final class EntityQueries {

    private static final String ROW = """
            select e.id, e.ref, e.kind, e.name, e.title, e.description, e.type, e.lifecycle, e.owner, e.system, e.tags,
                e.orphan, e.updated, e.etag, e.labels, e.source_id, e.file_id,
                (select count(*) from catalog_problem p where p.ref = e.ref) as problems
            from catalog_entity e where\s""";
    private static final int FACET_VALUES = 200;

    private final JdbcClient database;

    EntityQueries(JdbcClient database) {
        this.database = database;
    }

    /// The rows of a page.
    public List<EntitySummary> page(CatalogQuery query, Scope scope, Reader reader) {
        Where where = where(query, null, scope, reader);
        return database.sql(ROW + where.sql() + " order by " + order(query) + " limit ? offset ?")
                .params(where.with(query.limit(), query.offset()))
                .query((row, number) -> summary(row))
                .list();
    }

    /// How many rows the query matches in all.
    public long count(CatalogQuery query, Scope scope, Reader reader) {
        Where where = where(query, null, scope, reader);
        return database.sql("select count(*) from catalog_entity e where " + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /// The values of a facet, counted, without the query's own choice for it.
    public List<FacetValue> facet(Facet facet, CatalogQuery query, Scope scope, Reader reader) {
        Where where = where(query, facet, scope, reader);
        String column = column(facet);
        return database.sql("select " + column + ", count(*) from catalog_entity e where " + where.sql() + " and "
                        + column + " <> '' group by 1 order by 2 desc, 1 limit " + FACET_VALUES)
                .params(where.parameters())
                .query((row, number) -> new FacetValue(row.getString(1), row.getLong(2)))
                .list();
    }

    /// The entities with these refs, within the scope.
    public List<EntitySummary> byRefs(Collection<EntityRef> refs, Scope scope, Reader reader) {
        ScopeSql scoped = ScopeSql.of(scope, reader);
        List<Object> parameters = new ArrayList<>(scoped.parameters());
        parameters.add(refs.stream().map(EntityRef::toString).toArray(String[]::new));
        return database.sql(ROW + scoped.condition() + " and e.ref = any(?)")
                .params(parameters)
                .query((row, number) -> summary(row))
                .list();
    }

    /// One entity with what its page needs, whoever may read it.
    public Optional<EntityRecord> record(EntityRef ref) {
        return database.sql("""
                        select e.id, e.ref, e.kind, e.name, e.title, e.description, e.type, e.lifecycle, e.owner,
                            e.system, e.tags, e.orphan, e.updated, e.etag, e.hash,
                            (select count(*) from catalog_problem p where p.ref = e.ref) as problems,
                            r.json, s.name as source, s.last_success, f.location, f.view_url
                        from catalog_entity e
                        join catalog_revision r on r.entity_id = e.id and r.valid_to is null
                        join catalog_source s on s.id = e.source_id
                        join catalog_file f on f.id = e.file_id
                        where e.ref = ?""")
                .param(ref.toString())
                .query((row, number) -> new EntityRecord(
                        summary(row),
                        row.getString("json"),
                        row.getString("hash").equals(row.getString("etag")) ? null : row.getString("etag"),
                        row.getString("source"),
                        row.getString("location"),
                        row.getString("view_url"),
                        instant(row, "last_success")))
                .optional();
    }

    /// What the entity said and when, newest first, whoever may read it.
    public List<Revision> revisions(EntityRef ref) {
        return database.sql("""
                        select valid_from, valid_to, json from catalog_revision where ref = ?
                        order by valid_from desc limit 200""")
                .param(ref.toString())
                .query((row, number) -> new Revision(
                        java.util.Objects.requireNonNull(instant(row, "valid_from")),
                        instant(row, "valid_to"),
                        row.getString("json")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Where where(CatalogQuery query, @Nullable Facet without, Scope scope, Reader reader) {
        ScopeSql scoped = ScopeSql.of(scope, reader);
        Where where = new Where(scoped.condition(), new ArrayList<>(scoped.parameters()));
        where.among("lower(e.kind)", lower(query.kinds()), without == Facet.KIND);
        where.among("e.type", query.types(), without == Facet.TYPE);
        where.among("e.owner", query.owners(), without == Facet.OWNER);
        where.among("e.lifecycle", query.lifecycles(), without == Facet.LIFECYCLE);
        for (String word : query.text().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            where.contains(word);
        }
        if (query.problemsOnly()) {
            where.and("exists (select from catalog_problem p where p.ref = e.ref)");
        }
        return where;
    }

    private static Set<String> lower(Set<String> values) {
        return values.stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static String column(Facet facet) {
        return switch (facet) {
            case KIND -> "e.kind";
            case TYPE -> "e.type";
            case OWNER -> "e.owner";
            case LIFECYCLE -> "e.lifecycle";
        };
    }

    private static String order(CatalogQuery query) {
        String by =
                switch (query.order()) {
                    case NAME -> "lower(coalesce(e.title, e.name))";
                    case TYPE -> "e.type";
                    case OWNER -> "e.owner";
                    case LIFECYCLE -> "e.lifecycle";
                    case UPDATED -> "e.updated";
                };
        return by + (query.descending() ? " desc nulls last" : " nulls last") + ", e.ref";
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
                row.getBoolean("orphan"),
                row.getObject("updated", OffsetDateTime.class).toInstant());
    }

    private static @Nullable EntityRef ref(@Nullable String text) {
        return text == null ? null : EntityRef.parse(text);
    }

    /// Conditions joined by `and`, with their parameters.
    private static final class Where {
        private final StringBuilder sql;
        private final List<Object> parameters;

        Where(String first, List<Object> parameters) {
            this.sql = new StringBuilder(first);
            this.parameters = parameters;
        }

        void and(String condition) {
            sql.append(" and ").append(condition);
        }

        void among(String column, Set<String> values, boolean leaveOut) {
            if (!values.isEmpty() && !leaveOut) {
                and(column + " = any(?)");
                parameters.add(values.toArray(String[]::new));
            }
        }

        void contains(String word) {
            if (!word.isEmpty()) {
                and("(position(? in lower(e.name || ' ' || coalesce(e.title, '') || ' ' || e.description)) > 0"
                        + " or ? = any(e.tags))");
                parameters.add(word);
                parameters.add(word);
            }
        }

        String sql() {
            return sql.toString();
        }

        List<Object> parameters() {
            return parameters;
        }

        List<Object> with(Object... more) {
            List<Object> all = new ArrayList<>(parameters);
            all.addAll(Arrays.asList(more));
            return all;
        }
    }
}
