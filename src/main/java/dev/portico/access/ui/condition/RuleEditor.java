package dev.portico.access.ui.condition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Condition;
import dev.portico.access.Rule;
import dev.portico.look.Actions;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One rule as a line: what it asks, and the boxes for what it names.
final class RuleEditor extends ConditionPart {

    private final RuleFields fields;
    private final Text missing =
            Text.hint("Not kept before something is named here").styled("small");

    /// @param present what it says so far; null for a new rule
    /// @param changed told after each change
    /// @param removed told that it is to go
    RuleEditor(
            RuleKind kind,
            @Nullable Rule present,
            Suggestions suggestions,
            Runnable changed,
            Consumer<ConditionPart> removed) {
        fields = new RuleFields(kind, present, suggestions, () -> {
            look();
            changed.run();
        });
        addClassName("rule");
        Div line = new Div(new Span(kind.words()));
        line.addClassNames("row", "wrap");
        line.add(fields.parts());
        line.add(missing, Actions.sign(Symbol.X, "Remove the rule " + kind.words(), () -> removed.accept(this)));
        add(line);
        look();
    }

    @Override
    Optional<Condition> condition() {
        return fields.rule().map(Condition.class::cast);
    }

    @Override
    void enter() {
        for (Component part : fields.parts()) {
            if (part instanceof Focusable<?> box) {
                box.focus();
                return;
            }
        }
    }

    private void look() {
        missing.setVisible(fields.rule().isEmpty());
    }
}
