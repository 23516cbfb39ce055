package dev.portico.catalog.internal;

import dev.portico.access.Permission;
import dev.portico.access.things.ThingSource;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.kernel.Thing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The sources of spaces, for what was recorded about them. About others it is decided as about nothing in particular.
@Component
final class SourceThings implements ThingSource {

    private final SourceRegister register;

    SourceThings(SourceRegister register) {
        this.register = register;
    }

    @Override
    public String type() {
        return CatalogPermissions.SOURCE;
    }

    @Override
    public Permission permission() {
        return CatalogPermissions.READ_SOURCE;
    }

    @Override
    public boolean named() {
        return false;
    }

    @Override
    public Optional<Thing> thing(String id) {
        return register.find(id)
                .map(source -> SourceThing.of(source.definition()))
                .filter(source -> source.space() != null)
                .map(source -> source);
    }
}
