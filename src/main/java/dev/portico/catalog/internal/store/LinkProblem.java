package dev.portico.catalog.internal.store;

import java.util.List;

/// Something wrong with a relation that an entity states.
///
/// @param ref    the entity that states it
/// @param kind   what is wrong
/// @param type   the relation as the entity states it, such as `dependsOn` or `hasMember`
/// @param others the end that is missing, or the circle in order, the entity itself first
public record LinkProblem(String ref, Kind kind, String type, List<String> others) {

    public LinkProblem {
        others = List.copyOf(others);
    }

    /// What can be wrong with a relation.
    public enum Kind {
        /// Its other end is not in the catalog.
        MISSING,
        /// It leads back to where it began.
        CIRCLE
    }
}
