package dev.portico.catalog.ui;

import dev.portico.catalog.Entity;
import java.util.List;

/// What of an entity a tab shows, to tell whether it has to be made anew.
final class EntityParts {

    private EntityParts() {}

    /// Everything that any part of the page shows. When the source was read last is not news.
    static List<Object> all(Entity entity) {
        return List.of(entity.summary(), entity.json(), entity.relations(), entity.problems());
    }

    /// What a tab shows.
    static List<Object> of(Entity entity, EntityTab tab) {
        return switch (tab) {
            case OVERVIEW, PROBLEMS -> all(entity);
            case RELATIONS -> List.of(entity.relations(), entity.summary().label());
            case API ->
                List.of(
                        new EntityDocument(entity.json()).definition(),
                        entity.summary().type());
            case HISTORY -> List.of(entity.summary().updated());
            case YAML -> List.of(entity.json());
        };
    }
}
