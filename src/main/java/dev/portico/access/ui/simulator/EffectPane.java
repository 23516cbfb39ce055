package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Party;
import dev.portico.access.PolicyEffect;
import dev.portico.access.PolicyEffects;
import dev.portico.access.Readers;
import dev.portico.access.ui.frame.PolicyPane;
import dev.portico.kernel.Refusal;
import dev.portico.look.FailedPart;
import dev.portico.look.Row;
import dev.portico.look.Text;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/// Who gains and loses what, below the difference of two policies.
@Component
@Scope("prototype")
final class EffectPane extends PolicyPane {

    private static final int MOST_NAMES = 6;

    private final transient PolicyEffects effects;
    private final transient Readers readers;

    EffectPane(PolicyEffects effects, Readers readers) {
        this.effects = effects;
        this.readers = readers;
        addClassName("effect");
    }

    @Override
    public void show(int from, int to) {
        show(() -> effects.effect(readers.current(), from, to));
    }

    @Override
    public void show(Supplier<PolicyEffect> worked) {
        removeAll();
        add(new H3("By person"));
        try {
            PolicyEffect effect = worked.get();
            effect.lines().forEach(line -> add(row(line)));
            if (effect.lines().isEmpty()) {
                add(Text.second(
                        "Nobody who has an account at present gains or loses anything: the changed roles are held"
                                + " by none of them, or change nothing for whoever holds them."));
            }
        } catch (Refusal refused) {
            add(FailedPart.of(refused, () -> show(worked)));
        }
    }

    private static Row row(PolicyEffect.Line line) {
        String names = line.who().stream().limit(MOST_NAMES).map(Party::name).collect(Collectors.joining(", "));
        int more = line.people() + line.tokens() - Math.min(line.who().size(), MOST_NAMES);
        Span sentence = new Span(line.sentence());
        sentence.addClassNames("strong", line.direction() == PolicyEffect.Direction.GAIN ? "passed" : "failed");
        Row row = Row.item(sentence, Text.second(more > 0 ? names + " and " + more + " more" : names))
                .styled("wrap");
        if (!line.namesAll()) {
            row.add(new NativeDetails(
                    "All " + line.permissions().size() + " permissions",
                    Text.mono(String.join(", ", line.permissions())).styled("wrap-anywhere")));
        }
        return row;
    }
}
