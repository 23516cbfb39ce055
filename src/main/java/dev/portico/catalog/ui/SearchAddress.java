package dev.portico.catalog.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.catalog.CatalogQuery;

/// What the search page shows, as its address says it: `?q=fare&kind=component&page=2`.
///
/// @param filter words and what narrows them, said like in the address of the list
/// @param page   which page of hits, from 1
record SearchAddress(CatalogFilter filter, int page) {

    /// Where the search page is.
    static final String PATH = "search";

    /// Hits on a page.
    static final int HITS = 20;

    private static final int MOST_PAGES = 500;

    static SearchAddress of(QueryParameters address) {
        int page = address.getSingleParameter("page").map(SearchAddress::number).orElse(1);
        return new SearchAddress(plain(CatalogFilter.of(address)), Math.clamp(page, 1, MOST_PAGES));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    /// The first page of what a filter finds.
    static String first(CatalogFilter filter) {
        return new SearchAddress(plain(filter), 1).text();
    }

    /// The address, relative to the portal's root.
    String text() {
        String query = filter.query();
        String pages = page == 1 ? "" : "page=" + page;
        String all = query.isEmpty() || pages.isEmpty() ? query + pages : query + '&' + pages;
        return all.isEmpty() ? PATH : PATH + '?' + all;
    }

    SearchAddress page(int other) {
        return new SearchAddress(filter, other);
    }

    /// Whether anything is asked for.
    boolean asks() {
        return filter.narrows();
    }

    CatalogQuery query() {
        return filter.query((page - 1) * HITS, HITS);
    }

    /// Only what a search knows: no columns, no order, no view.
    private static CatalogFilter plain(CatalogFilter filter) {
        return new CatalogFilter(
                filter.text(),
                filter.chosen(),
                filter.starred(),
                CatalogQuery.Order.NAME,
                false,
                CatalogColumn.USUAL,
                "",
                "");
    }
}
