package dev.portico.kill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads from the tables what they say of single sources.
final class Evidence {

    /// The types of relations that the clients' descriptors cause, in the direction they are stored in.
    static final Set<String> FORWARD = Set.of("ownedBy", "dependsOn");

    private final Connection connection;

    /// @param connection in a transaction that sees one state of the database
    Evidence(Connection connection) {
        this.connection = connection;
    }

    Observed of(String source) throws SQLException {
        Map<String, String> descriptions = new TreeMap<>();
        query("""
                select e.ref, e.description from catalog_entity e join catalog_source s on s.id = e.source_id
                where s.name = ?""", source, row -> descriptions.put(row.getString(1), row.getString(2)));
        Set<String> relations = new HashSet<>();
        List<String> relationRows = strings("""
                select r.source || ' ' || r.type || ' ' || r.target
                from catalog_relation r join catalog_entity e on e.id = r.emitter
                join catalog_source s on s.id = e.source_id where s.name = ?""", source);
        relationRows.stream().filter(row -> !relations.add(row)).forEach(row -> relations.add(row + " (twice)"));
        Set<UUID> runs = new HashSet<>();
        query("""
                select r.id from catalog_run r join catalog_source s on s.id = r.source_id
                where s.name = ?""", source, row -> runs.add(row.getObject(1, UUID.class)));
        return new Observed(
                count("select count(*) from catalog_source where name = ?", source) == 1,
                descriptions,
                relations,
                trail(source),
                // Names of entities begin with their source's.
                count("select count(*) from catalog_revision where split_part(ref, '/', 2) like ? || '-%'", source),
                count("""
                        select count(*) from catalog_run r join catalog_source s on s.id = r.source_id
                        where s.name = ? and r.created + r.changed + r.removed > 0""", source),
                runs.size(),
                runs);
    }

    /// The refs and descriptions of all entities.
    Map<String, String> entities() throws SQLException {
        Map<String, String> entities = new TreeMap<>();
        query(
                "select ref, description from catalog_entity where ? <> ''",
                "all",
                row -> entities.put(row.getString(1), row.getString(2)));
        return entities;
    }

    /// What the index has to answer of every entity, by ref: its description, and the relations that it emits.
    Map<String, String> documents() throws SQLException {
        Map<String, Set<String>> relations = new TreeMap<>();
        query("select source, type || ' ' || target from catalog_relation where ? <> ''", "all", row -> relations
                .computeIfAbsent(row.getString(1), any -> new TreeSet<>())
                .add(row.getString(2)));
        Map<String, String> documents = new TreeMap<>();
        entities()
                .forEach((ref, description) ->
                        documents.put(ref, description + " " + relations.getOrDefault(ref, Set.of())));
        return documents;
    }

    private List<String> trail(String source) throws SQLException {
        List<String> trail = new ArrayList<>();
        query("""
                select action, after from audit_entry where thing_type = 'catalog-source' and thing_id = ?
                order by at, id""", source, row -> trail.add(trail(row.getString(1), row.getString(2))));
        return trail;
    }

    private static String trail(String action, String after) {
        if (!action.equals("catalog.source.run")) {
            return action.substring(action.lastIndexOf('.') + 1);
        }
        JsonNode run = JsonMapper.shared().readTree(after);
        return SourceState.run(
                run.path("trigger").asString(),
                new Contents.Counts(
                        run.path("created").asInt(),
                        run.path("changed").asInt(),
                        run.path("removed").asInt()));
    }

    private int count(String sql, String parameter) throws SQLException {
        List<Integer> counts = new ArrayList<>();
        query(sql, parameter, row -> counts.add(row.getInt(1)));
        return counts.getFirst();
    }

    private List<String> strings(String sql, String parameter) throws SQLException {
        List<String> strings = new ArrayList<>();
        query(sql, parameter, row -> strings.add(row.getString(1)));
        return strings;
    }

    private void query(String sql, String parameter, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
