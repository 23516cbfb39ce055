package dev.portico.access.things;

import dev.portico.access.Permission;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A bean that finds the things of one resource type by their ids.
public interface ThingSource {

    /// The resource type, such as `catalog-entity`.
    String type();

    /// What a reader has to be allowed, of a thing, to know that it exists.
    Permission permission();

    /// Whether people name such things by these ids, in questions about decisions and in requests; else only what was
    /// recorded of decisions names them.
    default boolean named() {
        return true;
    }

    /// The thing as decisions see it, whoever asks; empty where there is none. Costs a few queries.
    Optional<Thing> thing(String id);

    /// The same of many things, by id; without those that are not there.
    ///
    /// @param ids at most 1,000
    default Map<String, Thing> things(Collection<String> ids) {
        Map<String, Thing> things = new HashMap<>();
        ids.forEach(id -> thing(id).ifPresent(thing -> things.put(id, thing)));
        return things;
    }

    /// What lies within somebody's scope, of the things that the asker may know of; empty where things of this type
    /// cannot be counted.
    ///
    /// @param subject whose scope it is
    /// @param scope   from whatever policy
    /// @param limit   how many to name at most
    /// @param asker   who gets the answer
    default Optional<Reached> reached(Reader subject, Scope scope, int limit, Reader asker) {
        return Optional.empty();
    }

    /// Ids of things that somebody who types may mean, best first, of those that the asker may know of; none where that
    /// cannot be said.
    default List<String> meant(String typed, int limit, Reader asker) {
        return List.of();
    }

    /// What lies within a scope.
    ///
    /// @param count  how many things
    /// @param sample the ids of some, in the order of the ids
    record Reached(long count, List<String> sample) {
        public Reached {
            sample = List.copyOf(sample);
        }
    }
}
