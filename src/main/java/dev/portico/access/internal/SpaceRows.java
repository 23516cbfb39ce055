package dev.portico.access.internal;

import dev.portico.access.Space;
import dev.portico.kernel.EntityRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The spaces in the database.
@Repository
class SpaceRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    SpaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Space> all() {
        return jdbc.sql("SELECT * FROM access_space ORDER BY name")
                .query((row, number) -> space(row))
                .list();
    }

    Optional<Space> find(String name) {
        return jdbc.sql("SELECT * FROM access_space WHERE name = ?")
                .param(name)
                .query((row, number) -> space(row))
                .optional();
    }

    /// As [#find]; until the transaction ends, nobody else changes it.
    Optional<Space> lock(String name) {
        return jdbc.sql("SELECT * FROM access_space WHERE name = ? FOR UPDATE")
                .param(name)
                .query((row, number) -> space(row))
                .optional();
    }

    /// Those of the spaces that there are. They stay until the transaction ends.
    Set<String> keep(Set<String> names) {
        return new HashSet<>(
                jdbc.sql("SELECT name FROM access_space WHERE name = ANY(:names::text[]) ORDER BY name FOR SHARE")
                        .param("names", names.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    void insert(Space space) {
        jdbc.sql("""
                        INSERT INTO access_space (name, title, description, groups, settings, version, created_by)
                        VALUES (:name, :title, :description, :groups, :settings::jsonb, 1, :by)
                        """)
                .param("name", space.name())
                .param("title", space.title())
                .param("description", space.description())
                .param("groups", groups(space))
                .param("settings", JSON.writeValueAsString(space.settings()))
                .param("by", space.createdBy())
                .update();
    }

    void update(Space space) {
        jdbc.sql("""
                        UPDATE access_space SET title = :title, description = :description, groups = :groups,
                            settings = :settings::jsonb, version = version + 1, changed_at = now()
                        WHERE name = :name
                        """)
                .param("name", space.name())
                .param("title", space.title())
                .param("description", space.description())
                .param("groups", groups(space))
                .param("settings", JSON.writeValueAsString(space.settings()))
                .update();
    }

    void delete(String name) {
        jdbc.sql("DELETE FROM access_space WHERE name = ?").param(name).update();
    }

    private static String[] groups(Space space) {
        return space.groups().stream().map(EntityRef::toString).sorted().toArray(String[]::new);
    }

    private static Space space(ResultSet row) throws SQLException {
        return new Space(
                row.getString("name"),
                row.getString("title"),
                row.getString("description"),
                Arrays.stream((String[]) row.getArray("groups").getArray())
                        .map(EntityRef::parse)
                        .collect(Collectors.toSet()),
                JSON.readValue(row.getString("settings"), SETTINGS),
                row.getInt("version"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
