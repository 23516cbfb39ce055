package dev.portico.catalog.internal.store;

import dev.portico.catalog.internal.descriptor.DescriptorEntity;
import dev.portico.catalog.internal.descriptor.Edge;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the entities of one source run: rows, revisions and relations, over the connection of its transaction.
///
/// New entities go straight into the tables by COPY; changed ones into a temporary table first, and are merged from
/// there. Cost: about a second for 10,000 entities on two cores. Not thread-safe.
public final class EntityWriter {

    private static final String COLUMNS =
            "id, ref, kind, namespace, name, title, description, type, lifecycle, owner, system, tags, labels, "
                    + "source_id, file_id, hash, etag, orphan, updated";

    /// A row that another one needs is not there.
    private static final String GONE = "23503";

    private static final String RELATION = "emitter, source, type, target";

    private final Connection connection;
    private final UUID source;
    private final Instant now;
    private final Set<String> touched = new HashSet<>();

    /// @param connection the connection of the run's transaction
    /// @param source     the source that runs
    /// @param now        the instant of the run, from the database's clock
    public EntityWriter(Connection connection, UUID source, Instant now) {
        this.connection = connection;
        this.source = source;
        this.now = now;
    }

    /// Adds entities whose refs the catalog does not hold.
    public void create(List<EntityRow> rows) throws SQLException {
        BinaryCopy entities = new BinaryCopy("catalog_entity", COLUMNS);
        BinaryCopy revisions = new BinaryCopy("catalog_revision", "entity_id, ref, valid_from, hash, json, source_id");
        BinaryCopy relations = new BinaryCopy("catalog_relation", RELATION);
        for (EntityRow row : rows) {
            entity(entities.row(), row);
            revisions
                    .row()
                    .uuid(row.id())
                    .text(row.entity().ref().toString())
                    .instant(now)
                    .text(row.entity().hash())
                    .text(row.entity().json())
                    .uuid(source);
            relations(relations, row);
            touched.add(row.entity().ref().toString());
            for (Edge edge : row.entity().edges()) {
                touched.add(edge.source().toString());
                touched.add(edge.target().toString());
            }
        }
        entities.send(connection);
        revisions.send(connection);
        relations.send(connection);
    }

    /// Gives entities that the catalog holds a new state, and ends the revisions they had.
    ///
    /// @throws SQLException of a broken constraint where one of them has been removed meanwhile
    public void change(List<EntityRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        execute("create temporary table if not exists catalog_stage "
                + "(like catalog_entity, json text) on commit drop");
        execute("truncate catalog_stage");
        BinaryCopy stage = new BinaryCopy("catalog_stage", COLUMNS + ", json");
        for (EntityRow row : rows) {
            entity(stage.row(), row).text(row.entity().json());
            touched.add(row.entity().ref().toString());
        }
        stage.send(connection);
        int held = execute("""
                update catalog_entity e
                set kind = s.kind, name = s.name, title = s.title, description = s.description, type = s.type,
                    lifecycle = s.lifecycle, owner = s.owner, system = s.system, tags = s.tags, labels = s.labels,
                    source_id = s.source_id, file_id = s.file_id, hash = s.hash, etag = s.etag, orphan = s.orphan, updated = s.updated
                from catalog_stage s where e.id = s.id""");
        if (held != rows.size()) {
            throw new SQLException("Somebody removed an entity while it was being changed", GONE);
        }
        execute("""
                update catalog_revision r set valid_to = s.updated
                from catalog_stage s where r.entity_id = s.id and r.valid_to is null""");
        execute("""
                insert into catalog_revision (entity_id, ref, valid_from, hash, json, source_id)
                select id, ref, updated, hash, json, source_id from catalog_stage""");
        changeRelations(rows);
    }

    /// Writes the difference alone: an end of a relation that stays reads as before.
    private void changeRelations(List<EntityRow> rows) throws SQLException {
        execute("create temporary table if not exists catalog_relation_stage "
                + "(like catalog_relation) on commit drop");
        execute("truncate catalog_relation_stage");
        BinaryCopy stage = new BinaryCopy("catalog_relation_stage", RELATION);
        rows.forEach(row -> relations(stage, row));
        stage.send(connection);
        touchEnds("""
                delete from catalog_relation r using catalog_stage s
                where r.emitter = s.id and not exists (
                    select from catalog_relation_stage n
                    where n.emitter = r.emitter and n.source = r.source and n.type = r.type and n.target = r.target)
                returning source, target""", null);
        touchEnds("""
                insert into catalog_relation (emitter, source, type, target)
                select n.emitter, n.source, n.type, n.target from catalog_relation_stage n
                where not exists (
                    select from catalog_relation r
                    where n.emitter = r.emitter and n.source = r.source and n.type = r.type and n.target = r.target)
                returning source, target""", null);
    }

    /// Takes entities out of the catalog; their revisions stay and end now.
    public void remove(Collection<HeldEntity> entities) throws SQLException {
        if (entities.isEmpty()) {
            return;
        }
        entities.forEach(entity -> touched.add(entity.ref()));
        UUID[] ids = entities.stream().map(HeldEntity::id).toArray(UUID[]::new);
        touchEnds("delete from catalog_relation where emitter = any(?) returning source, target", ids);
        executeOn("update catalog_revision set valid_to = ? where entity_id = any(?) and valid_to is null", now, ids);
        executeOn("delete from catalog_entity where id = any(?)", null, ids);
    }

    /// Marks entities that nothing places any more.
    public void orphan(Collection<HeldEntity> entities) throws SQLException {
        if (entities.isEmpty()) {
            return;
        }
        entities.forEach(entity -> touched.add(entity.ref()));
        UUID[] ids = entities.stream().map(HeldEntity::id).toArray(UUID[]::new);
        executeOn("update catalog_entity set orphan = true, updated = ? where id = any(?)", now, ids);
    }

    /// The refs of the entities written, and of the neighbours whose relations changed with them.
    public Collection<String> touched() {
        return touched;
    }

    private BinaryCopy entity(BinaryCopy copy, EntityRow row) {
        DescriptorEntity entity = row.entity();
        return copy.uuid(row.id())
                .text(entity.ref().toString())
                .text(entity.kind())
                .text(entity.ref().namespace())
                .text(entity.name())
                .text(entity.title())
                .text(orEmpty(entity.description()))
                .text(orEmpty(entity.type()))
                .text(orEmpty(entity.lifecycle()))
                .text(entity.owner() == null ? null : entity.owner().toString())
                .text(entity.system() == null ? null : entity.system().toString())
                .texts(entity.tags())
                .texts(entity.labels().entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.toList()))
                .uuid(source)
                .uuid(row.fileId())
                .text(entity.hash())
                .text(entity.etag())
                .bool(false)
                .instant(now);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void relations(BinaryCopy copy, EntityRow row) {
        for (Edge edge : row.entity().edges()) {
            copy.row()
                    .uuid(row.id())
                    .text(edge.source().toString())
                    .text(edge.type().forward())
                    .text(edge.target().toString());
        }
    }

    /// Runs a statement that answers with the ends of the relations that it wrote.
    private void touchEnds(String sql, UUID @Nullable [] ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (ids != null) {
                statement.setArray(1, array(ids));
            }
            try (ResultSet written = statement.executeQuery()) {
                while (written.next()) {
                    touched.add(written.getString(1));
                    touched.add(written.getString(2));
                }
            }
        }
    }

    private void executeOn(String sql, @Nullable Instant at, UUID[] ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            if (at != null) {
                statement.setObject(parameter++, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            }
            statement.setArray(parameter, array(ids));
            statement.executeUpdate();
        }
    }

    private Array array(UUID[] ids) throws SQLException {
        return connection.createArrayOf("uuid", ids);
    }

    private int execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
