package dev.portico.api.backstage;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.search.Filter;
import dev.portico.search.Hit;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Place;
import dev.portico.search.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A list of entities that is read page by page, in either direction.
///
/// @param sort what it is ordered by; entities without a value there are not part of it. Null for the order of refs
record Listing(Filter filter, @Nullable Sort sort, FullText text) {

    SearchQuery query(Page page) {
        Filter wanted = text.term().isEmpty() ? filter : new Filter.All(List.of(filter, text.filter(sort)));
        List<Order> orders = sort == null ? List.of() : List.of(sort.order(Order.Absent.LEFT_OUT));
        return SearchQuery.list(CatalogPermissions.ENTITY, wanted, orders, page);
    }

    /// Where a hit stands, as cursors name it: its value at the field of the order, if there is one, and its ref.
    List<@Nullable String> position(Hit hit) {
        List<@Nullable String> position = new ArrayList<>(2);
        if (sort != null) {
            position.add(hit.place().values().getFirst());
        }
        position.add(hit.id());
        return position;
    }

    Place place(List<@Nullable String> position) {
        return new Place(position.subList(0, position.size() - 1), Objects.requireNonNull(position.getLast()));
    }
}
