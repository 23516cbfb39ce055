package dev.portico.look;

import com.vaadin.flow.component.Synchronize;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.Renderer;

/// A column that only the server arranges: nobody drags its width, freezes it or aligns it in the browser. So the
/// server listens to none of those changes: the listeners would cost a session four kilobytes a column.
///
/// A grid makes such columns where its `getDefaultColumnFactory` answers with this class.
///
/// @param <T> what a row is of
public final class FixedColumn<T> extends Grid.Column<T> {

    /// @param id how the grid itself calls the column
    public FixedColumn(Grid<T> grid, String id, Renderer<T> renderer) {
        super(grid, id, renderer);
    }

    @Override
    @Synchronize({})
    public String getWidth() {
        return super.getWidth();
    }

    @Override
    @Synchronize({})
    public int getFlexGrow() {
        return super.getFlexGrow();
    }

    @Override
    @Synchronize({})
    public boolean isResizable() {
        return super.isResizable();
    }

    @Override
    @Synchronize({})
    public boolean isFrozen() {
        return super.isFrozen();
    }

    @Override
    @Synchronize({})
    public boolean isFrozenToEnd() {
        return super.isFrozenToEnd();
    }

    @Override
    @Synchronize({})
    public ColumnTextAlign getTextAlign() {
        return super.getTextAlign();
    }
}
