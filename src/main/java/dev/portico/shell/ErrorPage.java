package dev.portico.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.portico.look.Actions;
import dev.portico.look.EmptyState;
import dev.portico.look.Page;
import dev.portico.look.Symbol;
import dev.portico.look.Text;

/// What the pages that stand in for another one have in common: one title, the cause, one way on.
abstract class ErrorPage extends Page {

    /// Nothing is at the address.
    final void notFound(UI ui, String why) {
        header().title("Not found");
        show(new EmptyState("Nothing is at this address", why).actions(toCatalog(ui)));
    }

    /// The reader lacks a permission; its name may be empty where no single one is known.
    final void noRight(UI ui, String permission) {
        header().title("No right");
        EmptyState empty = new EmptyState(
                        "You may not open this page",
                        "None of your roles allows it. Ask an admin for a role that grants the permission below.")
                .actions(toCatalog(ui));
        if (!permission.isEmpty()) {
            empty.foot(new Paragraph(new Span("Permission "), Text.mono(permission)));
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

    private static Button toCatalog(UI ui) {
        return Actions.primary("Go to the catalog", Symbol.LIBRARY, () -> ui.navigate("catalog"));
    }
}
