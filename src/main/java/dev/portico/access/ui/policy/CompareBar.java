package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.portico.access.PolicySummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks which two policies are compared.
final class CompareBar extends Div {

    private final Select<PolicySummary> from = select("Compare");
    private final Select<PolicySummary> to = select("with");

    /// @param drafts   of any age
    /// @param policies those there were, newest first; drafts among them are left out
    /// @param chosen told the two once both are chosen
    CompareBar(
            List<PolicySummary> drafts,
            List<PolicySummary> policies,
            CompareAddress present,
            Consumer<CompareAddress> chosen) {
        addClassNames("row", "compare-bar");
        List<PolicySummary> all = new ArrayList<>(drafts);
        policies.stream()
                .filter(policy -> policy.state() != PolicySummary.State.DRAFT)
                .forEach(all::add);
        fill(from, all, present.from());
        fill(to, all, present.to());
        from.addValueChangeListener(change -> tell(change.isFromClient(), chosen));
        to.addValueChangeListener(change -> tell(change.isFromClient(), chosen));
        add(from, to);
    }

    private void tell(boolean byHand, Consumer<CompareAddress> chosen) {
        @Nullable PolicySummary one = from.getValue();
        @Nullable PolicySummary other = to.getValue();
        if (byHand && one != null && other != null) {
            chosen.accept(CompareAddress.of(one.number(), other.number()));
        }
    }

    private static Select<PolicySummary> select(String label) {
        Select<PolicySummary> select = new Select<>();
        select.setLabel(label);
        select.setPlaceholder("Choose a policy");
        select.setItemLabelGenerator(policy -> "Policy " + policy.number() + " · " + PolicyTable.word(policy.state()));
        return select;
    }

    private static void fill(Select<PolicySummary> select, List<PolicySummary> all, int present) {
        select.setItems(all);
        all.stream().filter(policy -> policy.number() == present).findFirst().ifPresent(select::setValue);
    }
}
