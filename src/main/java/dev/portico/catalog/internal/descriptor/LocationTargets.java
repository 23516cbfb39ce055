package dev.portico.catalog.internal.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a Location entity points at.
///
/// @param type     the type of the targets as written, or null where it is that of the Location's own location
/// @param targets  `spec.target` and then `spec.targets`, as written
/// @param required whether a target that cannot be read is a problem
/// @param places   where each target stands, as [#line] and [#column] read it
/// @param fields   the path of each target's field, such as `spec.targets[1]`
public record LocationTargets(
        @Nullable String type, List<String> targets, boolean required, List<Long> places, List<String> fields) {
    public LocationTargets {
        targets = List.copyOf(targets);
        places = List.copyOf(places);
        fields = List.copyOf(fields);
    }

    /// The line of a target, from 1.
    public int line(int target) {
        return Place.line(places.get(target));
    }

    /// The column of a target, from 1.
    public int column(int target) {
        return Place.column(places.get(target));
    }
}
