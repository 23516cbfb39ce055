package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Facet;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.EmptyState;
import dev.portico.look.EntityLink;
import dev.portico.look.KindTile;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where nothing was found: what else may have been meant, which filter stands in the way, and where to ask why.
///
/// @param address what found nothing
/// @param meant   entities that are called something like it
/// @param without how many hits there are without what is chosen of a facet, where there are any
/// @param all     how many there are without any filter
record SearchHelp(SearchAddress address, List<EntitySummary> meant, Map<Facet, Long> without, long all) {

    private static final int MEANT = 5;
    private static final int SHORTEST = 3;
    private static final int TRIES = 8;

    /// Asks what could help. Some questions to the index.
    static SearchHelp of(SearchAddress address, Catalog catalog, Reader reader) {
        CatalogFilter filter = address.filter();
        Map<Facet, Long> without = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            if (!filter.chosen(facet).isEmpty()) {
                long count = count(filter.with(facet, Set.of()), catalog, reader);
                if (count > 0) {
                    without.put(facet, count);
                }
            }
        }
        long all = filter.chosen().isEmpty() && !filter.starred()
                ? 0
                : count(filter.cleared().withText(filter.text()), catalog, reader);
        List<EntitySummary> meant = all > 0 ? List.of() : meant(filter.text(), catalog, reader);
        return new SearchHelp(address, meant, without, all);
    }

    private static long count(CatalogFilter filter, Catalog catalog, Reader reader) {
        return filter.text().isEmpty() && filter.chosen().isEmpty()
                ? 0
                : catalog.search(filter.query(0, 0), reader).matching();
    }

    /// Entities whose names begin like a word of the text: as long a beginning as finds any.
    private static List<EntitySummary> meant(String text, Catalog catalog, Reader reader) {
        int tries = 0;
        for (String word : text.split("[\\s:/]+", -1)) {
            for (int end = Math.min(word.length(), SHORTEST + TRIES); end >= SHORTEST && tries < TRIES; end--) {
                tries++;
                List<EntitySummary> found = catalog.suggest(word.substring(0, end), MEANT, reader);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /// The part of the page that says all that.
    EmptyState show() {
        CatalogFilter filter = address.filter();
        EmptyState empty = new EmptyState(title(), why());
        List<Component> actions = new ArrayList<>();
        if (all > 0) {
            actions.add(Actions.primary(
                    "Search everything",
                    Symbol.SEARCH,
                    () -> go(SearchAddress.first(filter.cleared().withText(filter.text())))));
        }
        without.forEach((facet, count) -> actions.add(Actions.plain(
                "Any " + FacetWords.name(facet).toLowerCase(Locale.ROOT) + " (" + Words.number(count) + ")",
                Symbol.X,
                () -> go(SearchAddress.first(filter.with(facet, Set.of()))))));
        if (!actions.isEmpty()) {
            empty.actions(actions.toArray(Component[]::new));
        }
        if (!meant.isEmpty()) {
            empty.add(suggestions());
        }
        return filter.text().isEmpty()
                ? empty
                : empty.foot(
                        new Span("Expected something? "),
                        new Anchor(MissingView.address(filter.text()), "Why is my entity missing?"));
    }

    private String title() {
        return address.filter().text().isEmpty()
                ? "Nothing is like that"
                : "Nothing found for “" + address.filter().text() + "”";
    }

    private String why() {
        if (all > 0) {
            return "The words find " + Words.count(all, "entity", "entities") + ", but none that the filters leave.";
        }
        return "No entity that you may read has these words in its name, description, tags, owner or API definition,"
                + " nor words that are spelled like them.";
    }

    private Div suggestions() {
        Div list = new Div(new H3("Did you mean"));
        list.addClassName("meant");
        meant.forEach(entity ->
                list.add(new EntityLink(entity.ref(), entity.label(), KindTile.symbol(entity.kind(), entity.type()))));
        return list;
    }

    private static void go(String address) {
        UI.getCurrent().navigate(SearchAddress.PATH, QueryParameters.fromString(query(address)));
    }

    private static String query(String address) {
        int mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1);
    }
}
