package dev.portico.catalog.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.Facet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the list shows, as its address says it:
/// `?q=fare&kind=component&kind=api&owner=group:default/fares&sort=-updated`.
///
/// @param text       words to look for
/// @param kinds      kinds in lower case
/// @param types      types
/// @param owners     owners as refs
/// @param lifecycles lifecycles
/// @param problems   only entities with problems
/// @param order      what the rows are ordered by
/// @param descending whether the order is reversed
record CatalogFilter(
        String text,
        Set<String> kinds,
        Set<String> types,
        Set<String> owners,
        Set<String> lifecycles,
        boolean problems,
        CatalogQuery.Order order,
        boolean descending) {

    /// Where the list lives.
    static final String PATH = "catalog";

    static final CatalogFilter NONE =
            new CatalogFilter("", Set.of(), Set.of(), Set.of(), Set.of(), false, CatalogQuery.Order.NAME, false);

    /// Reads the filter from an address; what it does not know, it leaves out.
    static CatalogFilter of(QueryParameters address) {
        String sort = address.getSingleParameter("sort").orElse("name");
        boolean descending = sort.startsWith("-");
        return new CatalogFilter(
                address.getSingleParameter("q").orElse(""),
                lowered(values(address, "kind")),
                values(address, "type"),
                values(address, "owner"),
                values(address, "lifecycle"),
                address.getSingleParameter("problems").isPresent(),
                order(descending ? sort.substring(1) : sort),
                descending);
    }

    /// The address that shows this, relative to the portal's root.
    String address() {
        QueryParameters parameters = parameters();
        String query = parameters.getQueryString();
        return query.isEmpty() ? PATH : PATH + '?' + query;
    }

    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", text.isEmpty() ? Set.of() : Set.of(text));
        put(parameters, "kind", kinds);
        put(parameters, "type", types);
        put(parameters, "owner", owners);
        put(parameters, "lifecycle", lifecycles);
        put(parameters, "problems", problems ? Set.of("yes") : Set.of());
        if (order != CatalogQuery.Order.NAME || descending) {
            put(
                    parameters,
                    "sort",
                    Set.of((descending ? "-" : "") + order.name().toLowerCase(Locale.ROOT)));
        }
        return new QueryParameters(parameters);
    }

    /// The query for one page of rows.
    CatalogQuery query(int offset, int limit) {
        return new CatalogQuery(text, kinds, types, owners, lifecycles, problems, order, descending, offset, limit);
    }

    /// What is chosen of a facet.
    Set<String> chosen(Facet facet) {
        return switch (facet) {
            case KIND -> kinds;
            case TYPE -> types;
            case OWNER -> owners;
            case LIFECYCLE -> lifecycles;
        };
    }

    /// The same with another choice for a facet.
    CatalogFilter with(Facet facet, Set<String> chosen) {
        return new CatalogFilter(
                text,
                facet == Facet.KIND ? lowered(chosen) : kinds,
                facet == Facet.TYPE ? chosen : types,
                facet == Facet.OWNER ? chosen : owners,
                facet == Facet.LIFECYCLE ? chosen : lifecycles,
                problems,
                order,
                descending);
    }

    CatalogFilter withText(String newText) {
        return new CatalogFilter(newText.strip(), kinds, types, owners, lifecycles, problems, order, descending);
    }

    CatalogFilter withProblems(boolean only) {
        return new CatalogFilter(text, kinds, types, owners, lifecycles, only, order, descending);
    }

    CatalogFilter ordered(CatalogQuery.Order newOrder, boolean newDescending) {
        return new CatalogFilter(text, kinds, types, owners, lifecycles, problems, newOrder, newDescending);
    }

    /// Whether anything narrows the list.
    boolean narrows() {
        return !equals(NONE.ordered(order, descending));
    }

    private static Set<String> values(QueryParameters address, String name) {
        Set<String> values = new TreeSet<>();
        for (String value : address.getParameters(name)) {
            if (!value.isBlank()) {
                values.add(value);
            }
        }
        return values;
    }

    private static Set<String> lowered(Set<String> values) {
        Set<String> lowered = new TreeSet<>();
        values.forEach(value -> lowered.add(value.toLowerCase(Locale.ROOT)));
        return lowered;
    }

    private static CatalogQuery.Order order(String name) {
        for (CatalogQuery.Order order : CatalogQuery.Order.values()) {
            if (order.name().equalsIgnoreCase(name)) {
                return order;
            }
        }
        return CatalogQuery.Order.NAME;
    }

    private static void put(Map<String, List<String>> parameters, String name, Set<String> values) {
        if (!values.isEmpty()) {
            parameters.put(name, List.copyOf(new TreeSet<>(values)));
        }
    }
}
