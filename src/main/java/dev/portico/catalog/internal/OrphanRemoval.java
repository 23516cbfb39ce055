package dev.portico.catalog.internal;

import dev.portico.audit.Audit;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.internal.store.EntityWriter;
import dev.portico.catalog.internal.store.HeldEntity;
import dev.portico.catalog.internal.store.HeldState;
import dev.portico.catalog.internal.store.RunLog;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Change;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.storage.BulkDatabase;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Takes orphans out, one at a time, while no run of their source writes.
@Component
public final class OrphanRemoval {

    private final EntityOrigins origins;
    private final HeldState held;
    private final RunLog runs;
    private final BulkDatabase bulk;
    private final Audit audit;
    private final ChangeFeed feed;

    OrphanRemoval(EntityOrigins origins, HeldState held, RunLog runs, BulkDatabase bulk, Audit audit, ChangeFeed feed) {
        this.origins = origins;
        this.held = held;
        this.runs = runs;
        this.bulk = bulk;
        this.audit = audit;
        this.feed = feed;
    }

    /// Whether the reader may take out this one.
    public boolean allows(EntityRef ref, Reader reader) {
        return origins.allows(ref, CatalogPermissions.DELETE_ENTITY, reader);
    }

    /// Takes out the orphan for a reader who may.
    public void remove(EntityRef ref, Reader reader) {
        String source = origins.source(ref, CatalogPermissions.DELETE_ENTITY, reader);
        UUID sourceId = found(ref).sourceId();
        bulk.transaction(connection -> {
            if (runs.lockedGeneration(sourceId).isEmpty()) {
                throw gone(ref);
            }
            HeldEntity entity = found(ref);
            if (!entity.orphan() || !entity.sourceId().equals(sourceId)) {
                throw new Refusal.Conflict(
                        "entity-placed",
                        ref + " is placed by the source " + source
                                + ". Take it out there, or remove the source; else it would be back with the next run.");
            }
            EntityWriter writer = new EntityWriter(connection, sourceId, runs.now());
            writer.remove(List.of(entity));
            runs.wrote(sourceId);
            feed.publish(CatalogEvents.ENTITIES, writer.touched());
            String before =
                    JsonMapper.shared().createObjectNode().put("source", source).toString();
            audit.record(Change.done(
                    reader,
                    CatalogPermissions.DELETE_ENTITY.name(),
                    CatalogPermissions.ENTITY,
                    ref.toString(),
                    before,
                    null));
            return entity.id();
        });
    }

    private HeldEntity found(EntityRef ref) {
        HeldEntity entity = held.entities(List.of(ref.toString())).get(ref.toString());
        if (entity == null) {
            throw gone(ref);
        }
        return entity;
    }

    private static Refusal gone(EntityRef ref) {
        return new Refusal.NotFound("entity-unknown", "There is no entity " + ref + " that you may read.");
    }
}
