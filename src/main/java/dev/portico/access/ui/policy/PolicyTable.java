package dev.portico.access.ui.policy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.portico.access.PolicySummary;
import dev.portico.look.Actions;
import dev.portico.look.Badge;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Table;
import dev.portico.look.Table.Column;
import dev.portico.look.Table.Kind;
import dev.portico.look.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// The policies that are and were in force as rows: what each was for, who put it in force and when, and what can be
/// done with it.
final class PolicyTable extends Div {

    /// @param restore begins a draft with an old policy
    PolicyTable(List<PolicySummary> all, PolicyWork work, RoleParts parts, Consumer<PolicySummary> restore) {
        boolean mayEdit = parts.mayEdit();
        addClassName("policy-table");
        Table table = new Table(
                "Policies",
                List.of(
                        new Column("Policy", Kind.WORDS),
                        new Column("State", Kind.WORDS),
                        new Column("What for", Kind.WORDS),
                        new Column("Put in force by", Kind.WIDE),
                        new Column("When", Kind.WIDE),
                        new Column(" What can be done", Kind.NUMBER)));
        List<PolicySummary> published = all.stream()
                .filter(policy -> policy.state() != PolicySummary.State.DRAFT)
                .sorted(Comparator.comparing(PolicyTable::at).reversed())
                .toList();
        Map<String, String> people =
                parts.people(published.stream().map(PolicyTable::by).toList());
        for (PolicySummary policy : published) {
            table.row(
                    new Anchor(new AccessAddress(policy.number(), "").address(), "Policy " + policy.number()),
                    state(policy.state()),
                    Text.second(policy.note()).styled("wrap-anywhere"),
                    Text.hint(people.getOrDefault(by(policy), by(policy))),
                    new RelativeTime(at(policy)),
                    actions(policy, work, mayEdit, restore));
        }
        add(table);
    }

    static String word(PolicySummary.State state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case PUBLISHED -> "In force";
            case RETIRED -> "Retired";
        };
    }

    private static Badge state(PolicySummary.State state) {
        return switch (state) {
            case DRAFT -> new Badge(State.INFO, Symbol.PENCIL, word(state));
            case PUBLISHED -> new Badge(State.PASSED, word(state));
            case RETIRED -> new Badge(word(state));
        };
    }

    /// The subject of who put it in force.
    private static String by(PolicySummary policy) {
        return Objects.requireNonNullElse(policy.publishedBy(), policy.changedBy());
    }

    private static Instant at(PolicySummary policy) {
        return Objects.requireNonNullElse(policy.publishedAt(), policy.changedAt());
    }

    private static Row actions(
            PolicySummary policy, PolicyWork work, boolean mayEdit, Consumer<PolicySummary> restore) {
        Row row = Row.line().styled("policy-actions");
        int inForce = work.inForce().number();
        if (policy.number() != inForce) {
            row.add(Actions.link(
                    "Compare", CompareAddress.of(inForce, policy.number()).address()));
        }
        row.add(new PolicyFile(policy.number()));
        if (mayEdit && policy.state() == PolicySummary.State.RETIRED) {
            Button again = Actions.plain("Restore", Symbol.HISTORY, () -> restore.accept(policy));
            again.setAriaLabel("Restore policy " + policy.number() + " as a draft");
            row.add(again);
        }
        return row;
    }
}
