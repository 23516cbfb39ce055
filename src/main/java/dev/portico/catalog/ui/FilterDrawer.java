package dev.portico.catalog.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import dev.portico.catalog.EntityPage;
import dev.portico.catalog.Facet;
import dev.portico.look.Actions;
import dev.portico.look.Symbol;
import dev.portico.look.Toolbar;
import dev.portico.look.Words;
import org.jspecify.annotations.Nullable;

/// Where the filters are: beside the list, or on a phone in a drawer that a button opens.
final class FilterDrawer extends Div {

    private static final int NARROW = 700;

    private final FilterRail rail;
    private final Toolbar bar;
    private @Nullable Button button;
    private @Nullable Dialog sheet;
    private @Nullable Button done;
    private int chosen;
    private String words = "Show";

    /// @param bar where a phone has the button that opens the drawer
    FilterDrawer(FilterRail rail, Toolbar bar) {
        this.rail = rail;
        this.bar = bar;
        addClassName("rail-place");
        add(rail);
    }

    /// Says how much is chosen and how much that leaves.
    void show(CatalogFilter filter, EntityPage counts) {
        chosen = filter.starred() ? 1 : 0;
        for (Facet facet : Facet.values()) {
            chosen += filter.chosen(facet).size();
        }
        if (button != null) {
            button.setText(word());
        }
        words = "Show " + Words.count(counts.matching(), "entity", "entities");
        if (done != null) {
            done.setText(words);
        }
        setVisible(counts.readable() > 0);
    }

    private String word() {
        return chosen == 0 ? "Filter" : "Filter (" + chosen + ")";
    }

    /// What is left of how much: `41 of 1,284`.
    static String counted(EntityPage counts) {
        return counts.matching() == counts.readable()
                ? Words.number(counts.readable())
                : Words.number(counts.matching()) + " of " + Words.number(counts.readable());
    }

    /// The drawer is made when it opens and goes when it closes: most readers never see it.
    private void open() {
        Dialog drawer = new Dialog();
        Button shown = Actions.primary(words, Symbol.CHECK, drawer::close);
        drawer.addClassName("filter-sheet");
        drawer.setHeaderTitle("Filters");
        drawer.setDraggable(false);
        drawer.getFooter().add(shown);
        drawer.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                add(rail);
                sheet = null;
                done = null;
            }
        });
        sheet = drawer;
        done = shown;
        drawer.add(rail);
        drawer.open();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var size = attached.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> {
            int width = size.get().width();
            if (width > 0 && width < NARROW) {
                offer();
            } else {
                withdraw();
            }
        });
    }

    private void offer() {
        if (button == null) {
            button = Actions.plain(word(), Symbol.LIST_FILTER, this::open);
            bar.add(button);
        }
    }

    private void withdraw() {
        if (button != null) {
            bar.remove(button);
            button = null;
        }
        if (sheet != null) {
            sheet.close();
        }
    }
}
