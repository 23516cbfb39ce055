package dev.portico.catalog.ui;

import dev.portico.kernel.EntityRef;
import dev.portico.look.EntityLink;
import java.util.Locale;
import java.util.Optional;

/// The tabs of an entity's page, each with an address of its own.
enum EntityTab {
    OVERVIEW,
    RELATIONS,
    PROBLEMS,
    YAML;

    /// Where this tab of an entity is.
    String address(EntityRef ref) {
        String page = EntityLink.address(ref);
        return this == OVERVIEW ? page : page + '/' + name().toLowerCase(Locale.ROOT);
    }

    /// The tab that an address names; empty where there is none of that name.
    static Optional<EntityTab> named(String name) {
        for (EntityTab tab : values()) {
            if (tab.name().equalsIgnoreCase(name)) {
                return Optional.of(tab);
            }
        }
        return Optional.empty();
    }
}
