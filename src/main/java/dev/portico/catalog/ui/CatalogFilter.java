package dev.portico.catalog.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.Facet;
import dev.portico.catalog.ProblemKind;
import dev.portico.kernel.EntityRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the list shows, as its address says it:
/// `?q=fare&kind=component&kind=api&owner=group:default/fares&starred&sort=-updated&columns=owner,tags`.
///
/// @param text       words to look for
/// @param chosen     the values asked for, in order; kinds in lower case, owners and systems as refs
/// @param starred    whether only what the reader has starred is listed
/// @param order      what the rows are ordered by
/// @param descending whether the order is reversed
/// @param columns    what is shown beside the name, in this order
/// @param view       the id of the saved view that this began as; empty for none
/// @param preview    the ref of the entity that the preview shows; empty for none
record CatalogFilter(
        String text,
        Map<Facet, Set<String>> chosen,
        boolean starred,
        CatalogQuery.Order order,
        boolean descending,
        List<CatalogColumn> columns,
        String view,
        String preview) {

    /// Where the list lives.
    static final String PATH = "catalog";

    private static final String STARRED = "starred";

    static final CatalogFilter NONE =
            new CatalogFilter("", Map.of(), false, CatalogQuery.Order.NAME, false, CatalogColumn.USUAL, "", "");

    CatalogFilter {
        Map<Facet, Set<String>> kept = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                kept.put(
                        facet,
                        Collections.unmodifiableSet(facet == Facet.KIND ? lowered(values) : new TreeSet<>(values)));
            }
        });
        chosen = Collections.unmodifiableMap(kept);
        columns = List.copyOf(columns);
    }

    /// Reads the filter from an address; what it does not know, it leaves out.
    static CatalogFilter of(QueryParameters address) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Set<String> values = values(address, word(facet));
            values.removeIf(value ->
                    FacetWords.isRef(facet) && FacetWords.ref(facet, value).isEmpty());
            chosen.put(facet, values);
        }
        String sort = address.getSingleParameter("sort").orElse("name");
        boolean descending = sort.startsWith("-");
        return new CatalogFilter(
                address.getSingleParameter("q").orElse("").strip(),
                chosen,
                address.getParameters().containsKey(STARRED),
                order(descending ? sort.substring(1) : sort),
                descending,
                address.getSingleParameter("columns")
                        .map(CatalogFilter::columns)
                        .orElse(CatalogColumn.USUAL),
                address.getSingleParameter("view").orElse(""),
                address.getSingleParameter("preview")
                        .flatMap(EntityLabels::ref)
                        .map(EntityRef::toString)
                        .orElse(""));
    }

    /// Everything with a problem.
    static CatalogFilter broken() {
        return NONE.with(Facet.PROBLEM, Set.of(ProblemKind.ANY));
    }

    /// What the reader has starred.
    static CatalogFilter ofStars() {
        return NONE.withStarred(true);
    }

    /// Whether both narrow the list to the same.
    boolean narrowsLike(CatalogFilter other) {
        return text.equals(other.text) && chosen.equals(other.chosen) && starred == other.starred;
    }

    /// The address that shows this, relative to the portal's root.
    String address() {
        String query = query();
        return query.isEmpty() ? PATH : PATH + '?' + query;
    }

    /// The part of the address behind the question mark.
    String query() {
        return parameters().getQueryString();
    }

    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "view", view);
        put(parameters, "q", text);
        for (Facet facet : Facet.values()) {
            if (!chosen(facet).isEmpty()) {
                parameters.put(word(facet), List.copyOf(new TreeSet<>(chosen(facet))));
            }
        }
        if (starred) {
            parameters.put(STARRED, List.of(""));
        }
        if (order != CatalogQuery.Order.NAME || descending) {
            put(parameters, "sort", (descending ? "-" : "") + order.name().toLowerCase(Locale.ROOT));
        }
        if (!columns.equals(CatalogColumn.USUAL)) {
            parameters.put(
                    "columns", List.of(columns.stream().map(CatalogColumn::word).collect(Collectors.joining(","))));
        }
        put(parameters, "preview", preview);
        return new QueryParameters(parameters);
    }

    /// The query for one page of rows.
    CatalogQuery query(int offset, int limit) {
        return new CatalogQuery(text, chosen, starred, order, descending, offset, limit);
    }

    /// What is chosen of a facet.
    Set<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /// The same with another choice for a facet.
    CatalogFilter with(Facet facet, Set<String> values) {
        Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(chosen);
        changed.put(facet, values);
        return new CatalogFilter(text, changed, starred, order, descending, columns, view, preview);
    }

    CatalogFilter withText(String newText) {
        return new CatalogFilter(newText.strip(), chosen, starred, order, descending, columns, view, preview);
    }

    CatalogFilter withStarred(boolean newStarred) {
        return new CatalogFilter(text, chosen, newStarred, order, descending, columns, view, preview);
    }

    CatalogFilter ordered(CatalogQuery.Order newOrder, boolean newDescending) {
        return new CatalogFilter(text, chosen, starred, newOrder, newDescending, columns, view, preview);
    }

    CatalogFilter withColumns(List<CatalogColumn> newColumns) {
        return new CatalogFilter(text, chosen, starred, order, descending, newColumns, view, preview);
    }

    CatalogFilter withView(String newView) {
        return new CatalogFilter(text, chosen, starred, order, descending, columns, newView, preview);
    }

    CatalogFilter withPreview(String newPreview) {
        return new CatalogFilter(text, chosen, starred, order, descending, columns, view, newPreview);
    }

    /// The same without anything that narrows the list; order and columns stay.
    CatalogFilter cleared() {
        return new CatalogFilter("", Map.of(), false, order, descending, columns, view, "");
    }

    /// What a view keeps of this: everything but the view itself and the preview.
    CatalogFilter kept() {
        return withView("").withPreview("");
    }

    /// Whether anything narrows the list.
    boolean narrows() {
        return !text.isEmpty() || !chosen.isEmpty() || starred;
    }

    /// Whether both list the same entities in the same way.
    boolean listsLike(CatalogFilter other) {
        return kept().equals(other.kept());
    }

    private static String word(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }

    private static List<CatalogColumn> columns(String words) {
        Set<CatalogColumn> columns = new LinkedHashSet<>();
        for (String word : words.split(",", -1)) {
            CatalogColumn.named(word).ifPresent(columns::add);
        }
        return new ArrayList<>(columns);
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

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, List.of(value));
        }
    }
}
