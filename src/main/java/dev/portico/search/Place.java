package dev.portico.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a hit stands in an ordered list, so that a page can begin behind it or end before it, whatever has come or
/// gone since.
///
/// @param values the hit's values at the paths of the query's orders; null where it has none
/// @param id     the hit's id, which decides among equals
public record Place(List<@Nullable String> values, String id) {
    public Place {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
