package dev.portico.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/// The mark, a gable over three columns, and the name beside it.
final class Brand extends Anchor {

    private static final String MARK = """
            <svg viewBox="0 0 24 24"><path stroke-width="2.4" d="M2.5 8.6 12 3.2l9.5 5.4"/>
            <path stroke-width="2.8" d="M5.2 12.4v8.4M12 12.4v8.4M18.8 12.4v8.4"/></svg>""";

    Brand() {
        super("");
        addClassName("brand");
        setAriaLabel("Portico, to the start page");
        add(mark(), new Span("Portico"));
    }

    /// The mark alone, in the size that its style class sets.
    static Span mark() {
        Span mark = new Span();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true").setProperty("innerHTML", MARK);
        return mark;
    }
}
