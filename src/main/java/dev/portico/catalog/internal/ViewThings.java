package dev.portico.catalog.internal;

import dev.portico.access.Permission;
import dev.portico.access.things.ThingSource;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.internal.store.CatalogSavedViews;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Thing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The saved views of spaces, for what was recorded about them. About others it is decided as about nothing in
/// particular.
@Component
final class ViewThings implements ThingSource {

    private final CatalogSavedViews views;

    ViewThings(CatalogSavedViews views) {
        this.views = views;
    }

    @Override
    public String type() {
        return CatalogPermissions.VIEW;
    }

    @Override
    public Permission permission() {
        return CatalogPermissions.MANAGE_VIEW;
    }

    @Override
    public boolean named() {
        return false;
    }

    @Override
    public Optional<Thing> thing(String id) {
        return Ids.parse(id)
                .flatMap(views::findById)
                .flatMap(view -> Optional.ofNullable(view.sharing().space()))
                .map(space -> new ViewThing(id, space));
    }
}
