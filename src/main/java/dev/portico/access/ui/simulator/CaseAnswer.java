package dev.portico.access.ui.simulator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Decision;
import dev.portico.access.Explanations;
import dev.portico.access.Holders;
import dev.portico.access.Holders.Holder;
import dev.portico.access.Reach;
import dev.portico.access.Readers;
import dev.portico.access.Simulator;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The answer to one case: both verdicts, the reasons of one of them, how much they could act on, and who else may.
final class CaseAnswer extends Div {

    private final transient Explanations explanations;
    private final transient Simulator simulator;
    private final transient Readers readers;
    private final transient Asked asked;
    private final transient Compared policies;
    private final Div verdicts = new Div();
    private final Div tree = new Div();

    CaseAnswer(Explanations explanations, Simulator simulator, Readers readers, Asked asked, Compared policies) {
        this.explanations = explanations;
        this.simulator = simulator;
        this.readers = readers;
        this.asked = asked;
        this.policies = policies;
        addClassName("case-answer");
        verdicts.addClassName("verdicts");
        add(verdicts, tree);
        reasons(policies.draft() != null);
        reach().ifPresent(this::add);
        add(holders());
    }

    /// Shows the verdicts, and below them the reasons of one.
    private void reasons(boolean byDraft) {
        verdicts.removeAll();
        Decision force = decided(false);
        Decision shown = force;
        if (policies.draft() != null) {
            Decision draft = decided(true);
            shown = byDraft ? draft : force;
            verdicts.add(new Verdict(draft.allowed(), policies.words(true), byDraft, () -> reasons(true)));
        }
        verdicts.add(new Verdict(force.allowed(), policies.words(false), !byDraft, () -> reasons(false)));
        tree.removeAll();
        tree.add(new DecisionTree(shown));
    }

    private Decision decided(boolean byDraft) {
        return explanations.explain(readers.current(), asked.decision(policies.asked(byDraft)));
    }

    /// How much they could act on; empty where that cannot be counted.
    private Optional<Component> reach() {
        if (asked.permission().resourceType().isEmpty()) {
            return Optional.empty();
        }
        try {
            Reach force = simulator.reach(readers.current(), asked.reach(null));
            @Nullable
            Reach draft =
                    policies.draft() == null ? null : simulator.reach(readers.current(), asked.reach(policies.draft()));
            Reach shown = draft == null ? force : draft;
            Span count = new Span(Words.number(shown.count()));
            count.addClassName("strong");
            Span line = new Span(new Span(asked.party().name() + " could do it with "), count);
            line.add(" " + Asked.things(asked.permission(), shown.count()));
            if (draft != null && draft.count() != force.count()) {
                line.add(", was " + Words.number(force.count()));
            }
            Div part = new Div(line);
            part.addClassName("reach");
            if (!shown.sample().isEmpty()) {
                Div list = new Div();
                shown.sample().forEach(id -> list.add(Row.item(Text.mono(id).styled("wrap-anywhere"))));
                part.add(new Details("Some of them", list));
            }
            return Optional.of(part);
        } catch (Refusal.InvalidInput uncounted) {
            return Optional.empty();
        }
    }

    private Component holders() {
        Div part = new Div();
        part.addClassName("holders");
        part.add(Actions.plain("Who can do this?", Symbol.USERS, () -> {
            part.removeAll();
            part.add(holders(policies.draft() != null));
        }));
        return part;
    }

    private Component holders(boolean byDraft) {
        Holders holders = simulator.holders(readers.current(), asked.holders(policies.asked(byDraft)));
        Div list = new Div();
        String people = Words.count(holders.people(), "person", "people");
        String who =
                holders.tokens() == 0 ? people : people + " and " + Words.count(holders.tokens(), "token", "tokens");
        Span head = new Span(who + " can do this " + policies.words(byDraft));
        head.addClassName("strong");
        list.add(head);
        holders.who().forEach(holder -> list.add(row(holder)));
        if (holders.people() > Holders.MOST_NAMED) {
            list.add(Text.hint("The first " + Holders.MOST_NAMED + " are shown."));
        }
        return list;
    }

    private static Row row(Holder holder) {
        String through = holder.through().stream()
                .map(one -> DecisionTree.title(one.role())
                        + one.holdings().stream()
                                .findFirst()
                                .map(way -> ", " + DecisionTree.way(way))
                                .orElse(""))
                .distinct()
                .collect(Collectors.joining("; "));
        String name = holder.party().token()
                ? "Token " + holder.party().name()
                : holder.party().name();
        return Row.item(new Span(name), Text.second(through).styled("end"));
    }
}
