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

    private final Connection connection;
    private final UUID source;
    private final Instant now;
    private final Set<String> touched = new HashSet<>();
    private final BinaryCopy relations = new BinaryCopy("catalog_relation", "emitter, source, type, target");

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
            relations(row);
            touched.add(row.entity().ref().toString());
        }
        entities.send(connection);
        revisions.send(connection);
        relations.send(connection);
    }

    /// Gives entities that the catalog holds a new state, and ends the revisions they had.
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
        execute("""
                update catalog_entity e
                set kind = s.kind, name = s.name, title = s.title, description = s.description, type = s.type,
                    lifecycle = s.lifecycle, owner = s.owner, system = s.system, tags = s.tags, labels = s.labels,
                    source_id = s.source_id, file_id = s.file_id, hash = s.hash, etag = s.etag, orphan = s.orphan, updated = s.updated
                from catalog_stage s where e.id = s.id""");
        execute("""
                update catalog_revision r set valid_to = s.updated
                from catalog_stage s where r.entity_id = s.id and r.valid_to is null""");
        execute("""
                insert into catalog_revision (entity_id, ref, valid_from, hash, json, source_id)
                select id, ref, updated, hash, json, source_id from catalog_stage""");
        endRelations("delete from catalog_relation r using catalog_stage s where r.emitter = s.id", null);
        rows.forEach(this::relations);
        relations.send(connection);
    }

    /// Takes entities out of the catalog; their revisions stay and end now.
    public void remove(Collection<HeldEntity> entities) throws SQLException {
        if (entities.isEmpty()) {
            return;
        }
        entities.forEach(entity -> touched.add(entity.ref()));
        UUID[] ids = entities.stream().map(HeldEntity::id).toArray(UUID[]::new);
        endRelations("delete from catalog_relation where emitter = any(?)", ids);
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

    private void relations(EntityRow row) {
        for (Edge edge : row.entity().edges()) {
            String from = edge.source().toString();
            String to = edge.target().toString();
            relations
                    .row()
                    .uuid(row.id())
                    .text(from)
                    .text(edge.type().forward())
                    .text(to);
            touched.add(from);
            touched.add(to);
        }
    }

    private void endRelations(String delete, UUID @Nullable [] ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(delete + " returning source, target")) {
            if (ids != null) {
                statement.setArray(1, array(ids));
            }
            try (ResultSet ended = statement.executeQuery()) {
                while (ended.next()) {
                    touched.add(ended.getString(1));
                    touched.add(ended.getString(2));
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

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
