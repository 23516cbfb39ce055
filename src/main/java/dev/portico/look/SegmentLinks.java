package dev.portico.look;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/// A raised pill of links that show the same thing in another form, where each form has an address of its own.
public final class SegmentLinks extends Nav {

    public SegmentLinks(String label) {
        addClassName("segments");
        setAriaLabel(label);
    }

    /// One form.
    public SegmentLinks form(String word, String address, boolean current) {
        Anchor link = new Anchor(address, word);
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
        return this;
    }
}
