package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Decision;
import dev.portico.access.Reach;
import dev.portico.access.ui.frame.ThingLink;
import dev.portico.access.ui.simulator.CaseAddress.Reasons;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The answer to one case: both verdicts, the reasons of one of them, how much they could act on, and who else may.
final class CaseAnswer extends Div {

    private final transient CaseAnswers answers;
    private final transient Asked asked;
    private final transient Compared policies;
    private final transient Consumer<UnaryOperator<CaseAddress>> chosen;
    private final Div verdicts = new Div();
    private final Div tree = new Div();

    /// @param shown  which parts of the answer are shown
    /// @param chosen told which others its reader chooses
    CaseAnswer(
            CaseAnswers answers,
            Asked asked,
            Compared policies,
            CaseAddress shown,
            Consumer<UnaryOperator<CaseAddress>> chosen) {
        this.answers = answers;
        this.asked = asked;
        this.policies = policies;
        this.chosen = chosen;
        addClassName("case-answer");
        verdicts.addClassName("verdicts");
        add(verdicts, tree);
        reasons(policies.other() != null && shown.reasons() == Reasons.SHOWN);
        reach(shown.sample()).ifPresent(this::add);
        add(holders(shown.holders()));
    }

    /// Shows the verdicts, and below them the reasons of one.
    private void reasons(boolean byOther) {
        verdicts.removeAll();
        Decision force = decided(false);
        Decision shown = force;
        if (policies.other() != null) {
            Decision other = decided(true);
            shown = byOther ? other : force;
            verdicts.add(new Verdict(other, policies.words(true), byOther, () -> choose(true)));
        }
        verdicts.add(new Verdict(force, policies.words(false), !byOther, () -> choose(false)));
        tree.removeAll();
        if (shown.depends() && answers.takesThing(asked.permission())) {
            tree.add(Text.second("Name a thing under On for a yes or no."));
        }
        tree.add(new DecisionTree(shown, answers::names));
    }

    private void choose(boolean byOther) {
        chosen.accept(address -> address.with(byOther ? Reasons.SHOWN : Reasons.FORCE));
        reasons(byOther);
    }

    private Decision decided(boolean byOther) {
        return answers.decision(asked, policies.asked(byOther));
    }

    /// How much they could act on; empty where that cannot be counted.
    private Optional<Component> reach(boolean open) {
        if (asked.permission().resourceType().isEmpty()) {
            return Optional.empty();
        }
        try {
            Reach force = answers.reach(asked, null);
            @Nullable Reach other = policies.other() == null ? null : answers.reach(asked, policies.other());
            Reach shown = other == null ? force : other;
            Span count = new Span(Words.number(shown.count()));
            count.addClassName("strong");
            Span line = new Span(new Span(asked.party().name() + " could do it with "), count);
            line.add(" " + Asked.things(asked.permission(), shown.count()));
            if (other != null && other.count() != force.count()) {
                line.add(", was " + Words.number(force.count()));
            }
            Div part = new Div(line);
            part.addClassName("reach");
            if (!shown.sample().isEmpty()) {
                part.add(sample(shown, open));
            }
            return Optional.of(part);
        } catch (Refusal.InvalidInput uncounted) {
            return Optional.empty();
        }
    }

    private Details sample(Reach shown, boolean open) {
        Div list = new Div();
        shown.sample().forEach(id -> list.add(Row.item(ThingLink.of(id))));
        Details sample = new Details("Some of them", list);
        sample.setOpened(open);
        sample.addOpenedChangeListener(change -> chosen.accept(address -> address.withSample(change.isOpened())));
        return sample;
    }

    private Component holders(boolean open) {
        Div part = new Div();
        part.addClassName("holders");
        if (open) {
            part.add(able());
        } else {
            part.add(Actions.plain("Who can do this?", Symbol.USERS, () -> {
                chosen.accept(CaseAddress::withHolders);
                part.removeAll();
                part.add(able());
            }));
        }
        return part;
    }

    private Component able() {
        boolean byOther = policies.other() != null;
        return new WhoCan(
                answers.holders(asked, policies.asked(byOther)),
                asked.thing() != null,
                policies.words(byOther),
                answers::names);
    }
}
