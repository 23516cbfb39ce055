package dev.portico.access.ui.audit;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.ui.frame.FilterBar;
import java.util.function.Consumer;

/// What narrows the trail: who, what, how it ended, since when; and, as a chip, the thing that a row led to.
final class AuditChoices extends FilterBar<AuditFilter> {

    private static final String WHO = "Who";

    private final transient Consumer<AuditFilter> who;
    private final TextField action;
    private final Select<AuditFilter.Outcome> outcome;
    private final Select<AuditFilter.Span> span;

    /// @param actors finds people by their names, for whoever may
    AuditChoices(Actors actors, Consumer<AuditFilter> changed) {
        super(AuditFilter.NONE, changed);
        who = actors.known() ? people(actors) : subjects();
        action = words("Action", "Action: access.*", AuditFilter::withAction);
        outcome = one("Outcome", AuditFilter.Outcome.values(), AuditFilter.Outcome::words, AuditFilter::withOutcome);
        span = one("Time", AuditFilter.Span.values(), AuditFilter.Span::words, AuditFilter::withSpan);
    }

    @Override
    protected void fill(AuditFilter present) {
        who.accept(present);
        action.setValue(present.action());
        outcome.setValue(present.outcome());
        span.setValue(present.span());
        if (!present.type().isEmpty()) {
            String thing = present.type() + (present.thing().isEmpty() ? "" : " " + present.thing());
            chip("Thing: " + thing, present.withThing("", "").address());
        }
    }

    private Consumer<AuditFilter> people(Actors actors) {
        ComboBox<Actor> field = found(
                WHO,
                "Who: a name, token:ci",
                query -> actors.found(query.getFilter().orElse(""), query.getOffset(), query.getLimit()),
                actors::meant,
                (present, actor) -> present.withActor(actor == null ? "" : actor.subject()));
        field.setItemLabelGenerator(Actor::words);
        return present -> field.setValue(present.actor().isEmpty() ? null : actors.named(present.actor()));
    }

    private Consumer<AuditFilter> subjects() {
        TextField field = words(WHO, "Who: jane, token:ci", AuditFilter::withActor);
        return present -> field.setValue(present.actor());
    }
}
