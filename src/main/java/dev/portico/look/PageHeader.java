package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/// Where one is, what it is called, what can be done, and into which parts it falls.
public final class PageHeader extends Header {

    private final Div line = new Div();
    private final Div words = new Div();
    private final Div title = new Div();
    private final H1 heading = new H1();
    private final Span count = new Span();
    private final Div actions = new Div();

    PageHeader() {
        addClassName("head");
        line.addClassName("line");
        words.addClassName("grow");
        title.addClassName("title");
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        actions.addClassName("actions");
        clear();
    }

    /// Takes away everything but the heading, for a page that now shows something else.
    public PageHeader clear() {
        removeAll();
        line.removeAll();
        words.removeAll();
        title.removeAll();
        title.removeClassName("badged");
        title.add(heading);
        words.add(title);
        line.add(words);
        add(line);
        return this;
    }

    /// The page's one first heading.
    public PageHeader title(String text) {
        heading.setText(text);
        return this;
    }

    /// How much there is, after the title; screen readers are told when it changes.
    public PageHeader count(String text) {
        count.setText(text);
        title.add(count);
        return this;
    }

    /// At most two badges after the title.
    public PageHeader badges(Component... badges) {
        title.addClassName("badged");
        title.add(badges);
        return this;
    }

    /// The tile before the title.
    public PageHeader tile(Component tile) {
        line.addComponentAsFirst(tile);
        return this;
    }

    /// One sentence below the title; nothing where it is empty.
    public PageHeader sub(String sentence) {
        if (!sentence.isEmpty()) {
            Paragraph sub = new Paragraph(sentence);
            sub.addClassName("sub");
            words.add(sub);
        }
        return this;
    }

    /// What can be done, one of them primary at most. Whoever may not press a button does not get it.
    public PageHeader actions(List<? extends Component> buttons) {
        if (!buttons.isEmpty()) {
            actions.removeAll();
            actions.add(List.copyOf(buttons));
            line.add(actions);
        }
        return this;
    }

    /// The trail that leads here; the last step is the page itself and no link.
    public PageHeader crumbs(String here, Anchor... trail) {
        Nav nav = new Nav();
        nav.addClassName("crumbs");
        nav.setAriaLabel("Trail");
        for (Anchor step : trail) {
            nav.add(step, new Icon(Symbol.CHEVRON_RIGHT));
        }
        Span last = new Span(here);
        last.addClassName("clip");
        last.getElement().setAttribute("aria-current", "page");
        nav.add(last);
        addComponentAsFirst(nav);
        return this;
    }

    /// The parts of the page, below everything else.
    public PageHeader tabs(PageTabs tabs) {
        getChildren().filter(PageTabs.class::isInstance).toList().forEach(this::remove);
        add(tabs);
        return this;
    }
}
