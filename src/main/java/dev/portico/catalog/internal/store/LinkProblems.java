package dev.portico.catalog.internal.store;

import dev.portico.catalog.ProblemKind;
import dev.portico.catalog.RelationType;
import dev.portico.catalog.internal.store.LinkProblem.Kind;
import dev.portico.kernel.EntityRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is wrong with relations: the rows that are kept, and the questions they are derived from.
@Component
public final class LinkProblems {

    private static final int ROWS_AT_ONCE = 5_000;
    private static final long LOCK = 0x706f727469636f01L;
    private static final String LOCATED = """
            select l.ref, l.kind, l.type, l.others, f.id, f.location from catalog_link_problem l
            join catalog_entity e on e.ref = l.ref join catalog_file f on f.id = e.file_id where\s""";

    private final JdbcClient database;

    LinkProblems(JdbcClient database) {
        this.database = database;
    }

    /// Tells two states of the catalog apart: every run that wrote, and every removal of a source, changes it.
    public String state() {
        return database.sql("""
                        select coalesce(md5(string_agg(id::text || ':' || generation, ',' order by id)), '')
                        from catalog_source""").query(String.class).single();
    }

    /// Waits until no other transaction is deriving these rows. Sources do not wait for it.
    public void alone() {
        database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
    }

    /// The rows that are kept.
    public Set<LinkProblem> held() {
        return new HashSet<>(database.sql("select ref, kind, type, others from catalog_link_problem")
                .query((row, number) -> problem(row))
                .list());
    }

    /// The relations whose other end is not in the catalog.
    public List<LinkProblem> missing() {
        return database.sql("""
                        select distinct e.ref, r.type, r.source = e.ref as outgoing,
                            case when r.source = e.ref then r.target else r.source end as other
                        from catalog_relation r join catalog_entity e on e.id = r.emitter
                        where not exists (
                            select from catalog_entity t
                            where t.ref = case when r.source = e.ref then r.target else r.source end)""")
                .query((row, number) -> {
                    String type = row.getString("type");
                    return new LinkProblem(
                            row.getString("ref"),
                            Kind.MISSING,
                            row.getBoolean("outgoing")
                                    ? type
                                    : RelationType.named(type).inverse(),
                            List.of(row.getString("other")));
                })
                .list();
    }

    /// The relations of a type, from end to end, each once, in order.
    public void links(Connection connection, RelationType type, BiConsumer<String, String> each) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select distinct source, target from catalog_relation where type = ? order by source, target")) {
            query.setFetchSize(ROWS_AT_ONCE);
            query.setString(1, type.forward());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    each.accept(rows.getString(1), rows.getString(2));
                }
            }
        }
    }

    /// Those of the refs that the catalog holds.
    public List<String> present(Collection<String> refs) {
        return refs.isEmpty()
                ? List.of()
                : database.sql("select ref from catalog_entity where ref = any(?)")
                        .param(refs.toArray(String[]::new))
                        .query((row, number) -> row.getString(1))
                        .list();
    }

    /// Takes out the rows that no longer hold, and adds those that do now.
    public void replace(Connection connection, Collection<LinkProblem> gone, Collection<LinkProblem> come)
            throws SQLException {
        String columns = "unnest(?::text[], ?::text[], ?::text[], ?::text[])";
        write(connection, """
                delete from catalog_link_problem l using %s as g(ref, kind, type, others)
                where l.ref = g.ref and l.kind = g.kind and l.type = g.type and l.others = g.others""".formatted(columns), gone);
        write(connection, "insert into catalog_link_problem (ref, kind, type, others) select * from " + columns, come);
    }

    /// The problems of one entity, ordered.
    public List<Located> of(EntityRef ref) {
        return database.sql(LOCATED + "l.ref = ? order by l.kind desc, l.type, l.others limit 1000")
                .param(ref.toString())
                .query((row, number) -> located(row))
                .list();
    }

    /// What kinds of problems the relations of entities have, by ref; without entities that have none.
    public Map<String, Set<ProblemKind>> kinds(Collection<String> refs) {
        Map<String, Set<ProblemKind>> kinds = new HashMap<>();
        database.sql("select distinct ref, kind, type from catalog_link_problem where ref = any(?)")
                .param(refs.toArray(String[]::new))
                .query(row -> {
                    kinds.computeIfAbsent(row.getString("ref"), ref -> EnumSet.noneOf(ProblemKind.class))
                            .add(kind(Kind.valueOf(row.getString("kind")), row.getString("type")));
                });
        return kinds;
    }

    private static ProblemKind kind(Kind kind, String type) {
        return switch (kind) {
            case CIRCLE -> ProblemKind.CYCLE;
            case MISSING -> type.equals("ownedBy") ? ProblemKind.UNKNOWN_OWNER : ProblemKind.BROKEN_RELATION;
        };
    }

    /// The problems of the entities that a source places, by file and ref, at most 1,000.
    public List<Located> ofSource(UUID source) {
        return database.sql(LOCATED
                        + "e.source_id = ? order by f.location, l.ref, l.kind desc, l.type, l.others limit 1000")
                .param(source)
                .query((row, number) -> located(row))
                .list();
    }

    /// The files that entities were read from, by ref.
    public Map<String, InFile> files(Collection<String> refs) {
        Map<String, InFile> files = new HashMap<>();
        if (!refs.isEmpty()) {
            database.sql("""
                            select e.ref, f.id, f.location from catalog_entity e join catalog_file f on f.id = e.file_id
                            where e.ref = any(?)""").param(refs.toArray(String[]::new)).query(row -> {
                files.put(row.getString(1), new InFile(row.getObject(2, UUID.class), row.getString(3)));
            });
        }
        return files;
    }

    /// Where the entities of these files name others, by file.
    public Map<UUID, ReferencePlaces> places(Collection<UUID> files) {
        Map<UUID, ReferencePlaces> places = new HashMap<>();
        if (!files.isEmpty()) {
            database.sql("select id, reference_places from catalog_file where id = any(?)")
                    .param(files.toArray(UUID[]::new))
                    .query(row -> {
                        places.put(row.getObject(1, UUID.class), ReferencePlaces.of(row.getString(2)));
                    });
        }
        return places;
    }

    private static void write(Connection connection, String sql, Collection<LinkProblem> problems) throws SQLException {
        if (problems.isEmpty()) {
            return;
        }
        List<Function<LinkProblem, String>> columns = List.of(
                LinkProblem::ref,
                problem -> problem.kind().name(),
                LinkProblem::type,
                problem -> String.join(" ", problem.others()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                Object[] values = problems.stream().map(columns.get(i)).toArray();
                statement.setArray(i + 1, connection.createArrayOf("text", values));
            }
            statement.executeUpdate();
        }
    }

    private static Located located(ResultSet row) throws SQLException {
        return new Located(problem(row), new InFile(row.getObject("id", UUID.class), row.getString("location")));
    }

    private static LinkProblem problem(ResultSet row) throws SQLException {
        return new LinkProblem(
                row.getString("ref"),
                Kind.valueOf(row.getString("kind")),
                row.getString("type"),
                List.of(row.getString("others").split(" ", -1)));
    }

    /// A problem, and the file that the entity was read from.
    public record Located(LinkProblem problem, InFile file) {}

    /// A file of a source.
    public record InFile(UUID id, String location) {}
}
