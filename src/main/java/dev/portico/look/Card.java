package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/// A sheet with a head and rows, set off by one line. Cards are never put into cards.
public final class Card extends Section {

    private final Header head = new Header();
    private final Span end = new Span();

    public Card(String title) {
        addClassName("card");
        setAriaLabel(title);
        end.addClassName("end");
        head.add(new H2(title));
        add(head);
    }

    /// Takes over what another card of the same title holds beside it.
    public Card take(Card other) {
        List<Component> content =
                other.getChildren().filter(part -> !part.equals(other.head)).toList();
        head.add(other.head.getChildren().skip(1).toList());
        add(content);
        return this;
    }

    /// A grey remark after the title, such as a count.
    public Card count(String text) {
        Span count = new Span(text);
        count.addClassName("count");
        head.add(count);
        return this;
    }

    /// Links and switches at the end of the head.
    public Card end(Component... parts) {
        end.add(parts);
        head.add(end);
        return this;
    }

    /// Content with the card's margins.
    public Card body(Component... parts) {
        Div body = new Div(parts);
        body.addClassName("in");
        add(body);
        return this;
    }

    /// Rows that run from edge to edge, parted by hairlines.
    public Card rows(Component... rows) {
        Div list = new Div(rows);
        list.addClassName("rows");
        add(list);
        return this;
    }
}
