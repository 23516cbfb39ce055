package dev.portico.catalog.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.portico.look.Actions;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which columns the list has, and in which order: boxes to choose them, buttons to move them.
final class ColumnChooser extends Div {

    private final transient Consumer<List<CatalogColumn>> changed;
    private final Button button = Actions.sign(Symbol.COLUMNS_3, "Columns", this::toggle);
    private transient List<CatalogColumn> shown = List.of();
    private @Nullable Div rows;

    /// The column whose row has the keyboard, and where to it was moved. The rows are new ones after each change: the
    /// keyboard would lose its place.
    private @Nullable CatalogColumn touched;

    private int moved;
    private @Nullable Popover popover;

    ColumnChooser(Consumer<List<CatalogColumn>> changed) {
        this.changed = changed;
        addClassNames("column-chooser", "wide-only");
        button.removeThemeNames("tertiary");
        button.getElement().setAttribute("aria-haspopup", "dialog");
        add(button);
    }

    /// Shows what is chosen.
    void show(List<CatalogColumn> columns) {
        if (!columns.equals(shown)) {
            shown = List.copyOf(columns);
            if (rows != null) {
                list(rows);
            }
        }
    }

    private void toggle() {
        if (popover == null) {
            open();
        } else {
            popover.close();
        }
    }

    /// The boxes are made when they are asked for and go when they close: they take as much memory as the rest of the
    /// toolbar.
    private void open() {
        Div list = new Div();
        list.addClassName("column-list");
        list(list);
        Popover made = new Popover(new H2("Columns"), list);
        made.addClassName("columns");
        made.setTarget(button);
        made.setOpenOnClick(false);
        made.setPosition(PopoverPosition.BOTTOM_END);
        made.setAriaLabel("Columns");
        made.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                made.removeFromParent();
                button.getElement().executeJs("document.activeElement === document.body && this.focus()");
                popover = null;
                rows = null;
            }
        });
        popover = made;
        rows = list;
        add(made);
        made.open();
    }

    private void list(Div list) {
        list.removeAll();
        List<CatalogColumn> all = new ArrayList<>(shown);
        for (CatalogColumn column : CatalogColumn.values()) {
            if (!all.contains(column)) {
                all.add(column);
            }
        }
        all.forEach(column -> list.add(row(column)));
        list.add(Actions.quiet("Back to the usual columns", () -> changed.accept(CatalogColumn.USUAL)));
    }

    private Row row(CatalogColumn column) {
        int at = shown.indexOf(column);
        Checkbox box = new Checkbox(column.title());
        box.setValue(at >= 0);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(column, change.getValue());
            }
        });
        Row row = Row.line(box);
        @Nullable Focusable<?> next = column == touched ? box : null;
        if (at > 0) {
            Button up = mover(column, -1, Symbol.ARROW_UP, " further to the front");
            row.add(up);
            next = next != null && moved != 0 ? up : next;
        }
        if (at >= 0 && at < shown.size() - 1) {
            Button down = mover(column, 1, Symbol.ARROW_DOWN, " further to the back");
            row.add(down);
            next = next != null && (moved > 0 || (moved < 0 && at == 0)) ? down : next;
        }
        if (next != null) {
            next.focus();
            touched = null;
        }
        return row;
    }

    private Button mover(CatalogColumn column, int by, Symbol symbol, String where) {
        return Actions.sign(symbol, column.title() + where, () -> {
            List<CatalogColumn> order = new ArrayList<>(shown);
            int at = order.indexOf(column);
            Collections.swap(order, at, at + by);
            touched = column;
            moved = by;
            changed.accept(order);
        });
    }

    private void choose(CatalogColumn column, boolean on) {
        List<CatalogColumn> chosen = new ArrayList<>(shown);
        if (on) {
            chosen.add(column);
        } else {
            chosen.remove(column);
        }
        touched = column;
        moved = 0;
        changed.accept(chosen);
    }
}
