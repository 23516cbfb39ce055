package dev.portico.access.ui.audit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.look.Chip;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// What narrows the trail: who, what, how it ended, since when; and, as a chip, the thing that a row led to.
final class AuditChoices extends Div {

    private final transient Consumer<AuditFilter> changed;
    private final TextField actor = field("Who", "account:jane", AuditFilter::withActor);
    private final TextField action = field("Action", "access.*", AuditFilter::withAction);
    private final Select<AuditFilter.Outcome> outcome =
            select("Outcome", AuditFilter.Outcome.values(), AuditFilter.Outcome::words, AuditFilter::withOutcome);
    private final Select<AuditFilter.Span> span =
            select("Time", AuditFilter.Span.values(), AuditFilter.Span::words, AuditFilter::withSpan);
    private final Div chips = new Div();
    private transient AuditFilter filter = AuditFilter.NONE;

    /// @param changed told what the reader has chosen
    AuditChoices(Consumer<AuditFilter> changed) {
        this.changed = changed;
        addClassName("choices");
        chips.addClassName("chips");
        add(actor, action, outcome, span, chips);
    }

    void show(AuditFilter present) {
        filter = present;
        actor.setValue(filter.actor());
        action.setValue(filter.action());
        outcome.setValue(filter.outcome());
        span.setValue(filter.span());
        chips.removeAll();
        if (!filter.type().isEmpty()) {
            String thing = filter.type() + (filter.thing().isEmpty() ? "" : " " + filter.thing());
            chips.add(new Chip("Thing: " + thing, filter.withThing("", "").address()));
        }
    }

    private TextField field(String name, String example, BiFunction<AuditFilter, String, AuditFilter> narrowed) {
        TextField field = new TextField();
        field.setAriaLabel(name);
        field.setPlaceholder(name + ", such as " + example);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(narrowed.apply(filter, change.getValue()));
            }
        });
        return field;
    }

    private <T> Select<T> select(
            String name, T[] values, Function<T, String> words, BiFunction<AuditFilter, T, AuditFilter> narrowed) {
        Select<T> select = new Select<>();
        select.setAriaLabel(name);
        select.setItems(values);
        select.setItemLabelGenerator(words::apply);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(narrowed.apply(filter, change.getValue()));
            }
        });
        return select;
    }
}
