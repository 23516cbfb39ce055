package dev.portico.look;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/// The parts of a page as links with an underline, because each of them has an address of its own.
public final class PageTabs extends Nav {

    /// On a phone the parts are wider than the window.
    private static final String INTO_SIGHT =
            "this.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'})";

    public PageTabs(String label) {
        addClassName("page-tabs");
        addAttachListener(attached -> getElement().executeJs(INTO_SIGHT));
        setAriaLabel(label);
    }

    /// A part without a count.
    public PageTabs tab(String word, String address, boolean current) {
        Anchor link = new Anchor(address, word);
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
        return this;
    }

    /// A part with a count after its word.
    public PageTabs tab(String word, long count, String address, boolean current) {
        Anchor link = new Anchor(address);
        Span number = new Span(Words.number(count));
        number.addClassName("n");
        link.add(new Span(word), number);
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
        return this;
    }
}
