package dev.portico.catalog;

import dev.portico.kernel.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What of the catalog to list.
///
/// @param text       words that the name, title, description or a tag has to contain; empty for any
/// @param chosen     the values asked for, by facet: those of one facet are alternatives, a facet without any asks for
///                   nothing; owners and systems as canonical refs, all in any case
/// @param starred    whether to list only what the reader's account has starred: nothing for who has no account, and of
///                   more than [Stars#MOST] the latest
/// @param order      what to order by; ties go by ref
/// @param descending whether the order is reversed
/// @param offset     how many rows to leave out, 0 or more
/// @param limit      how many rows to give, 0 to 1,000
public record CatalogQuery(
        String text,
        Map<Facet, Set<String>> chosen,
        boolean starred,
        Order order,
        boolean descending,
        int offset,
        int limit) {

    /// The most rows of one page.
    public static final int MOST_ROWS = 1_000;

    /// What a list can be ordered by.
    public enum Order {
        NAME,
        KIND,
        TYPE,
        OWNER,
        SYSTEM,
        LIFECYCLE,
        NAMESPACE,
        UPDATED
    }

    public CatalogQuery {
        text = text.strip();
        Map<Facet, Set<String>> kept = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                kept.put(facet, Set.copyOf(values));
            }
        });
        chosen = Map.copyOf(kept);
        if (offset < 0 || limit < 0 || limit > MOST_ROWS) {
            throw new Refusal.InvalidInput(
                    "catalog-page", "A page needs an offset of 0 or more and a limit of 0 to 1,000");
        }
    }

    /// A query that stars do not matter to.
    public CatalogQuery(
            String text, Map<Facet, Set<String>> chosen, Order order, boolean descending, int offset, int limit) {
        this(text, chosen, false, order, descending, offset, limit);
    }

    /// Everything, ordered by name, first hundred rows.
    public static CatalogQuery everything() {
        return new CatalogQuery("", Map.of(), Order.NAME, false, 0, 100);
    }

    /// The values asked for of a facet; empty for any.
    public Set<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /// The same query with these values of a facet, in place of those it asked for.
    public CatalogQuery with(Facet facet, Set<String> values) {
        Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(chosen);
        changed.put(facet, values);
        return new CatalogQuery(text, changed, starred, order, descending, offset, limit);
    }

    /// The same query in another order.
    public CatalogQuery ordered(Order newOrder, boolean newDescending) {
        return new CatalogQuery(text, chosen, starred, newOrder, newDescending, offset, limit);
    }

    /// The same query for another page.
    public CatalogQuery page(int newOffset, int newLimit) {
        return new CatalogQuery(text, chosen, starred, order, descending, newOffset, newLimit);
    }
}
