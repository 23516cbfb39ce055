package dev.portico.catalog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.portico.catalog.EntitySummary;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.search.Reason;
import java.util.List;
import java.util.function.Supplier;

/// Says on demand why an entity is a hit: word by word, where it was found and how much that counts.
final class HitReasons extends Div {

    private final transient Supplier<List<Reason>> reasons;
    private final Button button;
    private boolean made;

    /// @param reasons asked when the reader wants to know, and not before
    HitReasons(EntitySummary entity, Supplier<List<Reason>> reasons) {
        this.reasons = reasons;
        addClassName("hit-reasons");
        // without a tooltip, which would take the first Escape for itself
        button = new Button(new Icon(Symbol.INFO), click -> open());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel("Why is " + entity.label() + " a hit?");
        add(button);
    }

    private void open() {
        if (made) {
            return;
        }
        made = true;
        Popover popover = new Popover(new H2("Why this hit"), list(reasons.get()));
        popover.addClassName("reasons");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel("Why this hit");
        add(popover);
        popover.open();
    }

    private static UnorderedList list(List<Reason> reasons) {
        UnorderedList list = new UnorderedList();
        for (Reason reason : reasons) {
            Text weight = Text.hint(reason.weight() + " % of its rank").styled("small");
            list.add(new ListItem(new Span(reason.sentence()), weight));
        }
        if (reasons.isEmpty()) {
            list.add(new ListItem("It is none any more: it has changed since you searched."));
        }
        return list;
    }
}
