package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.portico.look.Actions;
import dev.portico.look.EmptyState;
import dev.portico.look.Icon;
import dev.portico.look.Page;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.util.List;

/// What the pages that stand in for another one have in common: one title, the cause, one way on.
abstract class ErrorPage extends Page {

    /// Nothing is at the address.
    ///
    /// @param nearest what it may have meant
    /// @return the part that says so, for more to be said at its foot
    final EmptyState notFound(String why, List<Found> nearest) {
        header().title("Not found");
        EmptyState empty = new EmptyState("Nothing is at this address", why).actions(toCatalog());
        if (!nearest.isEmpty()) {
            empty.foot(suggestions(nearest));
        }
        show(empty);
        return empty;
    }

    /// The reader lacks a permission.
    final void noRight(Lack lack) {
        header().title("No right");
        EmptyState empty = new EmptyState("You may not open this page", lack.sentence());
        if (lack.asking() == null) {
            empty.actions(toCatalog());
        } else {
            Anchor ask = lack.asking().primary();
            Anchor other = new Anchor("catalog", "Go to the catalog");
            other.addClassName("button");
            empty.actions(ask, other);
        }
        if (!lack.permission().isEmpty()) {
            empty.foot(new Paragraph(new Span("Permission "), Text.mono(lack.permission())));
        }
        if (!lack.roles().isEmpty()) {
            empty.foot(new Paragraph(
                    new Span("Held by " + (lack.roles().size() == 1 ? "the role " : "the roles ")),
                    Text.mono(String.join(", ", lack.roles()))));
        }
        show(empty);
    }

    /// Portico failed; the reference leads to the log.
    final void failed(String reference) {
        header().title("Something failed");
        show(new EmptyState(
                        "This page could not be shown",
                        "Portico met an error that it did not expect. Try again; if it stays, give the reference to an"
                                + " admin, who finds the cause in the log.")
                .actions(Actions.primary("Try again", Symbol.REFRESH_CW, () -> UI.getCurrent()
                        .getPage()
                        .reload()))
                .foot(Text.mono("Reference " + reference).styled("reference")));
    }

    private static Component suggestions(List<Found> nearest) {
        Div suggestions = new Div(new H3("Did you mean"));
        suggestions.addClassName("nearest");
        for (Found found : nearest) {
            Anchor link = new Anchor(String.valueOf(found.address()));
            Span tile = new Span(new Icon(found.symbol()));
            tile.addClassNames("tile", "sm");
            if (found.kindClass() != null) {
                tile.addClassName(found.kindClass());
            }
            link.add(tile, new Span(found.label()), Text.second(found.hint()).styled("clip"));
            suggestions.add(link);
        }
        return suggestions;
    }

    private static Component toCatalog() {
        return Actions.primary(
                "Go to the catalog", Symbol.LIBRARY, () -> UI.getCurrent().navigate("catalog"));
    }
}
