package dev.portico.catalog.internal.store;

import dev.portico.catalog.internal.store.HeldFile.Follow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the catalog holds of a source, for comparison with what the source says now.
@Component
public final class HeldState {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Follow>> FOLLOWS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> DEPENDENCIES = new TypeReference<>() {};

    private final JdbcClient database;

    HeldState(JdbcClient database) {
        this.database = database;
    }

    /// The files of a source, by location.
    public Map<String, HeldFile> files(UUID source) {
        Map<String, HeldFile> files = new HashMap<>();
        database.sql("""
                        select id, location, fingerprint, named_by, view_url, refused, follows, dependencies
                        from catalog_file where source_id = ?""").param(source).query(row -> {
            HeldFile file = file(row);
            files.put(file.location(), file);
        });
        return files;
    }

    /// The entities that a source places, by ref. About 200 bytes of memory each.
    public Map<String, HeldEntity> entities(UUID source) {
        return entities(
                "select id, ref, source_id, file_id, hash, orphan from catalog_entity where source_id = ?", source);
    }

    /// The entities that these files place, by ref.
    public Map<String, HeldEntity> entitiesOfFiles(Collection<UUID> files) {
        return entities(
                "select id, ref, source_id, file_id, hash, orphan from catalog_entity where file_id = any(?)",
                files.toArray(UUID[]::new));
    }

    /// The entities with these refs, whoever places them, by ref.
    public Map<String, HeldEntity> entities(Collection<String> refs) {
        return entities(
                "select id, ref, source_id, file_id, hash, orphan from catalog_entity where ref = any(?)",
                refs.toArray(String[]::new));
    }

    /// What a source is called.
    public String nameOf(UUID source) {
        return database.sql("select name from catalog_source where id = ?")
                .param(source)
                .query(String.class)
                .optional()
                .orElse("that has just been removed");
    }

    private Map<String, HeldEntity> entities(String sql, Object parameter) {
        Map<String, HeldEntity> entities = new HashMap<>();
        database.sql(sql).param(parameter).query(row -> {
            HeldEntity entity = new HeldEntity(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getObject(3, UUID.class),
                    row.getObject(4, UUID.class),
                    row.getString(5),
                    row.getBoolean(6));
            entities.put(entity.ref(), entity);
        });
        return entities;
    }

    private static HeldFile file(ResultSet row) throws SQLException {
        return new HeldFile(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getInt(6),
                JSON.readValue(row.getString(7), FOLLOWS),
                JSON.readValue(row.getString(8), DEPENDENCIES),
                null);
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
