package dev.portico.catalog.ui;

import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.EntityRef;
import dev.portico.look.EntityLink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The tabs of an entity's page, each with an address of its own.
enum EntityTab {
    OVERVIEW,
    RELATIONS,
    API,
    PROBLEMS,
    HISTORY,
    YAML;

    /// The tabs that an entity has: only an API has a definition.
    static List<EntityTab> of(EntitySummary entity) {
        boolean api = entity.kind().equalsIgnoreCase("api");
        return Stream.of(values()).filter(tab -> api || tab != API).toList();
    }

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
