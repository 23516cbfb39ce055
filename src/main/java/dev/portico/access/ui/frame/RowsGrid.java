package dev.portico.access.ui.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.signals.Signal;
import dev.portico.look.FixedColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/// A list that fills its page and is read as it scrolls. On a phone it keeps its first columns, and those that say the
/// rest are left out.
///
/// @param <T> what a row is of
public abstract class RowsGrid<T> extends Grid<T> {

    /// Windows below this width, in CSS pixels, count as narrow.
    private static final int NARROW = 700;

    private final List<Column<T>> wide = new ArrayList<>();
    private final Set<Column<T>> away = new HashSet<>();
    private boolean roomy = true;

    protected RowsGrid(String label) {
        addThemeVariants(GridVariant.NO_BORDER);
        getElement().setAttribute("aria-label", label);
        setSizeFull();
    }

    @Override
    protected BiFunction<Renderer<T>, String, Column<T>> getDefaultColumnFactory() {
        return (renderer, id) -> new FixedColumn<>(this, id, renderer);
    }

    protected final Column<T> column(String title, Renderer<T> renderer, String width) {
        return addColumn(renderer).setHeader(title).setWidth(width);
    }

    /// A column that narrow windows have no room for.
    protected final Column<T> wideColumn(String title, Renderer<T> renderer, String width) {
        Column<T> column = column(title, renderer, width);
        wide.add(column);
        return column;
    }

    /// Words in the second ink, on one line.
    protected static <T> Renderer<T> words(ValueProvider<T, String> words) {
        return LitRenderer.<T>of("<span class=\"clip second\" title=\"${item.words}\">${item.words}</span>")
                .withProperty("words", words);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var size = attached.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> {
            int width = size.get().width();
            roomy = width == 0 || width >= NARROW;
            arrange();
        });
    }

    /// Leaves a wide column out for a time, whatever room there is, or takes it in again.
    protected final void leaveOut(Column<T> column, boolean out) {
        if (out ? away.add(column) : away.remove(column)) {
            arrange();
        }
    }

    private void arrange() {
        wide.forEach(column -> column.setVisible(roomy && !away.contains(column)));
    }
}
