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
import dev.portico.look.Words;
import org.jspecify.annotations.Nullable;

/// Where the filters are: beside the list, or on a phone in a drawer that a button opens.
final class FilterDrawer extends Div {

    private static final int NARROW = 700;

    private final FilterRail rail;
    private final Button button = Actions.plain("Filter", Symbol.LIST_FILTER, this::open);
    private @Nullable Dialog sheet;
    private @Nullable Button done;
    private String words = "Show";

    FilterDrawer(FilterRail rail) {
        this.rail = rail;
        addClassName("rail-place");
        button.addClassName("on-phone");
        add(rail);
    }

    /// The button that opens the drawer on a phone.
    Button button() {
        return button;
    }

    /// Says how much is chosen and how much that leaves.
    void show(CatalogFilter filter, EntityPage counts) {
        int chosen = filter.starred() ? 1 : 0;
        for (Facet facet : Facet.values()) {
            chosen += filter.chosen(facet).size();
        }
        button.setText(chosen == 0 ? "Filter" : "Filter (" + chosen + ")");
        words = "Show " + Words.count(counts.matching(), "entity", "entities");
        if (done != null) {
            done.setText(words);
        }
        setVisible(counts.readable() > 0);
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
            if (size.get().width() >= NARROW && sheet != null) {
                sheet.close();
            }
        });
    }
}
