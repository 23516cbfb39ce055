package dev.portico.access.things;

import dev.portico.access.Permission;
import dev.portico.kernel.Thing;
import java.util.Optional;

/// A bean that finds the things of one resource type by their ids.
public interface ThingSource {

    /// The resource type, such as `catalog-entity`.
    String type();

    /// What a reader has to be allowed, of a thing, to know that it exists.
    Permission permission();

    /// The thing as decisions see it, whoever asks; empty where there is none. Costs a few queries.
    Optional<Thing> thing(String id);
}
