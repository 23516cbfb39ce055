package dev.portico.access.ui.policy;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.GivenAccess;
import dev.portico.access.PolicyRestores;
import dev.portico.access.PolicySummary;
import dev.portico.access.Readers;
import dev.portico.access.Restoration;
import dev.portico.access.ui.comparison.Comparison;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.access.ui.frame.PolicyPane;
import dev.portico.access.ui.frame.Tried;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Shows what an old policy would take and bring back, before a draft begins with it, and asks whether accesses that
/// were approved since are kept.
final class RestoreDialog {

    private static final int LONGEST_NOTE = 200;

    private final PolicyRestores restores;
    private final Readers readers;
    private final PolicySummary policy;
    private final IntConsumer begun;
    private final @Nullable PolicyPane pane;
    private final TextField note = new TextField("What it is for");
    private final Checkbox keep = new Checkbox();
    private final Div lacking = new Div();
    private final Div change = new Div();

    /// @param pane  who gains and loses what; null for nothing
    /// @param begun told the number of the draft
    RestoreDialog(
            PolicyRestores restores,
            Readers readers,
            PolicySummary policy,
            @Nullable PolicyPane pane,
            IntConsumer begun) {
        this.restores = restores;
        this.readers = readers;
        this.policy = policy;
        this.pane = pane;
        this.begun = begun;
        note.setValue("Back to policy " + policy.number() + ": " + shortened(policy.note()));
        note.setMaxLength(500);
        note.setWidthFull();
        keep.addValueChangeListener(changed -> look());
        change.addClassNames("col", "restored");
    }

    void open() {
        Restoration plain = restores.restoration(readers.current(), policy.number(), false);
        FormDialog dialog = new FormDialog("Restore policy " + policy.number(), "Begin the draft", this::tried).wide();
        dialog.with(
                Text.second("A draft begins with the roles of policy " + policy.number()
                        + ". Nothing changes before it is" + " published."),
                note);
        long fitting = plain.missing().stream()
                .filter(access -> access.obstacle() == null)
                .count();
        dialog.with(lacking);
        if (fitting > 0) {
            keep.setLabel("Keep " + Words.count(fitting, "approved access", "approved accesses"));
            keep.setHelperText(kept(plain.missing()));
            dialog.with(keep);
        }
        dialog.with(change);
        look();
        dialog.open();
    }

    /// What keeping does, and what it cannot.
    private static String kept(List<GivenAccess> missing) {
        List<String> roles = missing.stream()
                .filter(access -> access.obstacle() == null && !access.inPolicy())
                .map(GivenAccess::role)
                .distinct()
                .sorted()
                .toList();
        long lost = missing.stream().filter(access -> access.obstacle() != null).count();
        return "Puts them into the draft as they are, until the same moment"
                + (roles.isEmpty() ? "" : ", with the role " + String.join(", ", roles) + ", which the policy has not")
                + ". All else is as it was then."
                + (lost == 0
                        ? ""
                        : " " + Words.count(lost, "access", "accesses")
                                + " cannot be kept: their roles are not in it.");
    }

    private void look() {
        Restoration restoration = restores.restoration(readers.current(), policy.number(), keep.getValue());
        List<GivenAccess> lost = restoration.missing().stream()
                .filter(access -> !keep.getValue() || access.obstacle() != null)
                .toList();
        lacking.removeAll();
        if (!lost.isEmpty()) {
            lacking.add(new MissingAccess("Policy " + policy.number(), lost));
        }
        change.removeAll();
        if (pane != null) {
            pane.show(() -> restores.effect(readers.current(), policy.number(), keep.getValue()));
            change.add(pane);
        }
        change.add(new Comparison(restoration.difference()));
    }

    private Optional<String> tried() {
        return Tried.of(() ->
                begun.accept(restores.restore(readers.current(), policy.number(), note.getValue(), keep.getValue())
                        .number()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE) + "…";
    }
}
