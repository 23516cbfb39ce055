package dev.portico.catalog;

import java.util.Set;

/// What of the catalog to list. Sets are alternatives; an empty set asks for nothing in particular.
///
/// @param text         words that the name, title, description or a tag has to contain; empty for any
/// @param kinds        kinds, in any case
/// @param types        values of `spec.type`
/// @param owners       owners as canonical refs
/// @param lifecycles   values of `spec.lifecycle`
/// @param problemsOnly only entities with problems
/// @param order        what to order by; ties go by ref
/// @param descending   whether the order is reversed
/// @param offset       how many rows to leave out, 0 or more
/// @param limit        how many rows to give, 0 to 1,000
public record CatalogQuery(
        String text,
        Set<String> kinds,
        Set<String> types,
        Set<String> owners,
        Set<String> lifecycles,
        boolean problemsOnly,
        Order order,
        boolean descending,
        int offset,
        int limit) {

    /// The most rows of one page.
    public static final int MOST_ROWS = 1_000;

    /// What a list can be ordered by.
    public enum Order {
        NAME,
        TYPE,
        OWNER,
        LIFECYCLE,
        UPDATED
    }

    public CatalogQuery {
        text = text.strip();
        kinds = Set.copyOf(kinds);
        types = Set.copyOf(types);
        owners = Set.copyOf(owners);
        lifecycles = Set.copyOf(lifecycles);
        if (offset < 0 || limit < 0 || limit > MOST_ROWS) {
            throw new dev.portico.kernel.Refusal.InvalidInput(
                    "catalog-page", "A page needs an offset of 0 or more and a limit of 0 to 1,000");
        }
    }

    /// Everything, ordered by name, first hundred rows.
    public static CatalogQuery everything() {
        return new CatalogQuery("", Set.of(), Set.of(), Set.of(), Set.of(), false, Order.NAME, false, 0, 100);
    }

    /// The same query for another page.
    public CatalogQuery page(int newOffset, int newLimit) {
        return new CatalogQuery(
                text, kinds, types, owners, lifecycles, problemsOnly, order, descending, newOffset, newLimit);
    }
}
