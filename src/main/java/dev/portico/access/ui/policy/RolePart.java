package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import dev.portico.look.Row;
import dev.portico.look.Text;

/// A part of a role: a heading, rows on one sheet, and what adds to them.
final class RolePart extends Section {

    private final Div sheet = new Div();
    private final Div end = new Div();

    /// @param none what is said where there are no rows
    RolePart(String title, String none) {
        addClassName("role-part");
        setAriaLabel(title);
        sheet.addClassName("sheet");
        sheet.add(Row.item(Text.hint(none)).styled("none"));
        end.addClassNames("row", "wrap");
        add(new H3(title), sheet);
    }

    /// A further row.
    RolePart row(Component row) {
        sheet.getChildren().filter(part -> part.hasClassName("none")).toList().forEach(sheet::remove);
        if (row instanceof GrantRow) {
            sheet.add(row);
        } else {
            sheet.add(Row.item(row));
        }
        return this;
    }

    /// Buttons below the rows.
    RolePart end(Component... parts) {
        end.add(parts);
        add(end);
        return this;
    }
}
