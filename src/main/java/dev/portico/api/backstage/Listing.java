package dev.portico.api.backstage;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.search.Filter;
import dev.portico.search.Hit;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Place;
import dev.portico.search.SearchQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of entities that is read page by page, in either direction.
///
/// Equals go by their uid, in the direction of the list: as by-query of Backstage has it.
///
/// @param sort what it is ordered by; entities without a value there are not part of it. Null for the order of uids
record Listing(Filter filter, @Nullable Sort sort, FullText text) {

    private static final String UID = "metadata.uid";

    /// Behind every ref.
    private static final String LAST_REF = "\uFFFF";

    SearchQuery query(Page page) {
        Filter wanted = text.term().isEmpty() ? filter : new Filter.All(List.of(filter, text.filter(sort)));
        Order ties = new Order(UID, sort != null && sort.descending(), Order.Absent.LAST);
        List<Order> orders = sort == null ? List.of(ties) : List.of(sort.order(Order.Absent.LEFT_OUT), ties);
        return SearchQuery.list(CatalogPermissions.ENTITY, wanted, orders, page);
    }

    /// Where a hit stands, as cursors name it: its value at the field of the order, if there is one, and its uid.
    static List<@Nullable String> position(Hit hit) {
        return hit.place().values();
    }

    /// The hits that come after one at that position, which itself stands there with some ref.
    static Page after(List<@Nullable String> position, int limit) {
        return Page.after(new Place(position, LAST_REF), limit);
    }

    /// The hits that come before one at that position.
    static Page before(List<@Nullable String> position, int limit) {
        return Page.before(new Place(position, ""), limit);
    }
}
