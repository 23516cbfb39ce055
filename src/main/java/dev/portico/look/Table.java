package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/// A table that is read whole, up to some hundred rows. Longer lists are grids that load as they scroll.
public final class Table extends Div {

    private final transient List<Column> columns;
    private final NativeTable table = new NativeTable();

    /// A column.
    ///
    /// @param title what stands above it; hidden from sight, but not from screen readers, where it begins with a
    ///              blank
    /// @param kind  how it is set
    public record Column(String title, Kind kind) {}

    /// How a column is set.
    public enum Kind {
        /// Words, from the left.
        WORDS("words"),
        /// Numbers, from the right.
        NUMBER("num"),
        /// Words that a phone leaves out.
        WIDE("wide"),
        /// Numbers that a phone leaves out.
        WIDE_NUMBER("num wide");

        private final String className;

        Kind(String className) {
            this.className = className;
        }
    }

    public Table(String label, List<Column> columns) {
        this.columns = List.copyOf(columns);
        addClassName("scroll-x");
        table.addClassName("table");
        table.getElement().setAttribute("aria-label", label);
        NativeTableRow head = table.getHead().addRow();
        for (Column column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell();
            Span title = new Span(column.title().strip());
            if (column.title().startsWith(" ")) {
                title.addClassName("for-screen-readers");
            }
            cell.add(title);
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName(column.kind().className);
            head.add(cell);
        }
        add(table);
    }

    /// Lets the keyboard scroll it, which it needs where no row has anything to focus.
    ///
    /// @param name what it is called when it has the focus
    public Table reachable(String name) {
        getElement().setAttribute("tabindex", "0").setAttribute("role", "group").setAttribute("aria-label", name);
        return this;
    }

    /// A row with one part for each column.
    public Table row(Component... parts) {
        NativeTableRow row = new NativeTableRow();
        for (int at = 0; at < parts.length; at++) {
            NativeTableCell cell = new NativeTableCell();
            cell.add(parts[at]);
            cell.setClassName(columns.get(at).kind().className);
            row.add(cell);
        }
        table.getBody().add(row);
        return this;
    }
}
