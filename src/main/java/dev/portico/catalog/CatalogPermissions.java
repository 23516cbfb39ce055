package dev.portico.catalog;

import dev.portico.access.Permission;
import dev.portico.access.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// What one may do with the catalog.
@Component
public final class CatalogPermissions implements PermissionSource {

    /// The resource type of entities.
    public static final String ENTITY = "catalog-entity";

    /// The resource type of sources. One of a space belongs to it.
    public static final String SOURCE = "catalog-source";

    /// The resource type of saved views. One that is shared into a space belongs to it.
    public static final String VIEW = "catalog-view";

    public static final Permission READ_ENTITY =
            new Permission("catalog.entity.read", ENTITY, "Read an entity, its relations, problems and history.");
    public static final Permission REFRESH_ENTITY =
            new Permission("catalog.entity.refresh", ENTITY, "Have an entity read again from its source.");
    public static final Permission DELETE_ENTITY = new Permission(
            "catalog.entity.delete", ENTITY, "Delete an entity that was kept although nothing places it any more.");
    public static final Permission VALIDATE_ENTITY =
            Permission.general("catalog.entity.validate", "Have a descriptor judged without taking it in.");
    public static final Permission READ_SOURCE = new Permission(
            "catalog.source.read", SOURCE, "See the sources, their runs and what is wrong in their files.");
    public static final Permission REGISTER_SOURCE =
            new Permission("catalog.source.register", SOURCE, "Register sources, upload and push descriptors.");
    public static final Permission REFRESH_SOURCE =
            new Permission("catalog.source.refresh", SOURCE, "Have a source run now.");
    public static final Permission REMOVE_SOURCE =
            new Permission("catalog.source.remove", SOURCE, "Remove a source with the entities it places.");
    public static final Permission SHARE_VIEW = new Permission(
            "catalog.view.share",
            VIEW,
            "Share saved views of the catalog with everyone; in a space, with its members.");
    public static final Permission MANAGE_VIEW =
            new Permission("catalog.view.manage", VIEW, "Rename, change and delete views that others share.");

    @Override
    public List<Permission> permissions() {
        return List.of(
                READ_ENTITY,
                REFRESH_ENTITY,
                DELETE_ENTITY,
                VALIDATE_ENTITY,
                READ_SOURCE,
                REGISTER_SOURCE,
                REFRESH_SOURCE,
                REMOVE_SOURCE,
                SHARE_VIEW,
                MANAGE_VIEW);
    }
}
