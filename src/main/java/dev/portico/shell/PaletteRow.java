package dev.portico.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import dev.portico.look.Icon;
import dev.portico.look.Text;

/// One row of the palette: a link, or something to do.
final class PaletteRow extends HtmlContainer {

    PaletteRow(Found found, int number, String typed) {
        super(found.address() == null ? "div" : "a");
        addClassName("hit");
        setId("palette-hit-" + number);
        getElement()
                .setAttribute("role", "option")
                .setAttribute("aria-selected", "false")
                .setAttribute("tabindex", "-1");
        if (found.address() == null) {
            getElement().setAttribute("data-run", String.valueOf(number));
            getElement().setAttribute("data-stays", found.stays());
        } else {
            getElement().setAttribute("href", found.address());
        }
        Span tile = new Span(new Icon(found.symbol()));
        tile.addClassNames("tile", "sm");
        if (found.kindClass() != null) {
            tile.addClassName(found.kindClass());
        }
        Span name = Match.marked(typed, found.label());
        name.addClassName("name");
        add(tile, name);
        if (!found.hint().isEmpty()) {
            add(Text.second(found.hint()).styled("clip"));
        }
        Span end = new Span();
        end.addClassName("end");
        if (!found.key().isEmpty()) {
            end.add(Keys.of(found.key()));
        }
        add(end);
    }
}
