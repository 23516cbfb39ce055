package dev.portico.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// One number that matters, with its name above and a remark below.
public final class KeyFigure extends Div {

    /// @param note what the number hides, such as an age; empty for none
    public KeyFigure(String name, String value, String note) {
        addClassName("figure");
        add(part("label", name), part("value", value));
        if (!note.isEmpty()) {
            add(part("note-line", note));
        }
    }

    /// Several figures in one line, parted by hairlines.
    public static Div line(KeyFigure... figures) {
        Div line = new Div(figures);
        line.addClassName("figures");
        return line;
    }

    private static Span part(String className, String words) {
        Span part = new Span(words);
        part.addClassName(className);
        return part;
    }
}
