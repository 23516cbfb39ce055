package dev.portico.catalog.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.portico.look.Actions;
import dev.portico.look.EmptyState;
import dev.portico.look.Symbol;
import dev.portico.look.Words;

/// Why the list is empty: nothing matches, nothing is there yet, or nothing may be seen. Each has its own way on.
final class CatalogEmpty {

    private CatalogEmpty() {}

    static EmptyState of(CatalogFilter filter, long readable, boolean mayRegister) {
        if (readable > 0 && filter.narrowsLike(CatalogFilter.ofStars())) {
            return nothingStarred();
        }
        if (readable > 0) {
            return noMatch(filter, readable);
        }
        return mayRegister ? firstUse() : nothingReadable();
    }

    private static EmptyState nothingStarred() {
        return new EmptyState(
                        "Nothing starred yet",
                        "Star what you come back to: by the star at the end of its row, or on its page.")
                .actions(Actions.primary("See all entities", Symbol.LIBRARY, () -> UI.getCurrent()
                        .navigate(CatalogFilter.PATH)));
    }

    private static EmptyState noMatch(CatalogFilter filter, long readable) {
        String what = filter.text().isEmpty() ? "These filters leave" : "“" + filter.text() + "” and the filters leave";
        return new EmptyState(
                        "Nothing here matches",
                        what + " none of the " + Words.count(readable, "entity", "entities") + " that you may read.")
                .actions(Actions.primary(
                        "Clear filters", Symbol.X, () -> UI.getCurrent().navigate(CatalogFilter.PATH)))
                .foot(
                        new Span("Expected something? "),
                        new Anchor(missing(filter.text()), "Find out why it is missing"));
    }

    private static String missing(String text) {
        return text.isEmpty() ? MissingView.PATH : MissingView.address(text);
    }

    private static EmptyState firstUse() {
        return new EmptyState(
                        "The catalog is empty",
                        "Point Portico at a file, a folder or a repository with catalog-info.yaml, and its entities appear"
                                + " here.")
                .actions(Actions.primary(
                        "Register", Symbol.PLUS, () -> UI.getCurrent().navigate("register")));
    }

    private static EmptyState nothingReadable() {
        return new EmptyState(
                "Nothing here is open to you",
                "Either the catalog is empty, or none of your roles lets you read what it holds. An admin can grant"
                        + " catalog.entity.read.");
    }
}
