package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;

/// What a view is: a header that stands and a body that scrolls. The frame's skip link leads here.
public abstract class Page extends Main {

    /// The element id that the skip link names.
    public static final String ID = "content";

    private final PageHeader header = new PageHeader();
    private final Div body = new Div();

    protected Page() {
        addClassName("page");
        setId(ID);
        getElement().setAttribute("tabindex", "-1");
        body.addClassName("body");
        add(header, body);
    }

    /// The page's header, filled in by the view.
    protected final PageHeader header() {
        return header;
    }

    /// Shows these parts in the body, in place of what it showed before.
    protected final void show(Component... parts) {
        body.removeAll();
        body.add(parts);
    }

    /// Lets the keyboard scroll a body that holds little to stop at.
    protected final void scrollable() {
        body.getElement().setAttribute("tabindex", "0");
    }

    /// Gives the body further style classes, such as `narrow` for forms.
    protected final void style(String... classNames) {
        body.addClassNames(classNames);
    }
}
