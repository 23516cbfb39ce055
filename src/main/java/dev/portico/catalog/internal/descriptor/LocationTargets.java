package dev.portico.catalog.internal.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a Location entity points at.
///
/// @param type     the type of the targets as written, or null where it is that of the Location's own location
/// @param targets  `spec.target` and then `spec.targets`, as written
/// @param required whether a target that cannot be read is a problem
public record LocationTargets(@Nullable String type, List<String> targets, boolean required) {
    public LocationTargets {
        targets = List.copyOf(targets);
    }
}
