package dev.portico.access.ui.audit;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.ui.frame.FilterBar;
import java.util.function.Consumer;

/// What narrows the trail: who, what, how it ended, since when; and, as a chip, the thing that a row led to.
final class AuditChoices extends FilterBar<AuditFilter> {

    private final TextField actor = words("Who", "Who: jane, token:ci", AuditFilter::withActor);
    private final TextField action = words("Action", "Action: access.*", AuditFilter::withAction);
    private final Select<AuditFilter.Outcome> outcome =
            one("Outcome", AuditFilter.Outcome.values(), AuditFilter.Outcome::words, AuditFilter::withOutcome);
    private final Select<AuditFilter.Span> span =
            one("Time", AuditFilter.Span.values(), AuditFilter.Span::words, AuditFilter::withSpan);

    AuditChoices(Consumer<AuditFilter> changed) {
        super(AuditFilter.NONE, changed);
    }

    @Override
    protected void fill(AuditFilter present) {
        actor.setValue(present.actor());
        action.setValue(present.action());
        outcome.setValue(present.outcome());
        span.setValue(present.span());
        if (!present.type().isEmpty()) {
            String thing = present.type() + (present.thing().isEmpty() ? "" : " " + present.thing());
            chip("Thing: " + thing, present.withThing("", "").address());
        }
    }
}
