package dev.portico.catalog;

import java.util.List;

/// A page of a catalog list.
///
/// @param items    the rows, in the order asked for
/// @param matching how many entities match the query and may be read
/// @param readable how many entities the reader may read at all
public record EntityPage(List<EntitySummary> items, long matching, long readable) {
    public EntityPage {
        items = List.copyOf(items);
    }
}
