package dev.portico.access.internal;

import dev.portico.access.Permission;
import dev.portico.access.things.ThingSource;
import dev.portico.kernel.Thing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The spaces as what decisions are explained for.
@Component
final class SpaceThings implements ThingSource {

    private final SpaceRows rows;

    SpaceThings(SpaceRows rows) {
        this.rows = rows;
    }

    @Override
    public String type() {
        return AccessPermissions.SPACE;
    }

    @Override
    public Permission permission() {
        return AccessPermissions.READ_SPACE;
    }

    @Override
    public Optional<Thing> thing(String id) {
        return rows.find(id).map(SpaceThing::new);
    }
}
