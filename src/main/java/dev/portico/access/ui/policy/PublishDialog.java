package dev.portico.access.ui.policy;

import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Readers;
import dev.portico.access.ui.comparison.Comparison;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.access.ui.frame.PolicyPane;
import dev.portico.look.Note;
import dev.portico.look.State;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Shows what a draft changes, and asks for a last word on what it is for before it is put in force.
final class PublishDialog {

    private final TextField note = new TextField("What it is for");
    private final PolicyWork work;
    private final Function<String, Optional<String>> publish;

    /// @param publish puts the draft in force; says why it was refused, or nothing where it was not
    PublishDialog(PolicyWork work, Function<String, Optional<String>> publish) {
        this.work = work;
        this.publish = publish;
        note.setValue(work.shown().summary().note());
        note.setMaxLength(500);
        note.setWidthFull();
    }

    /// @param pane what else there is to say about the difference; null for nothing
    void open(Policies policies, Readers readers, @Nullable PolicyPane pane) {
        int inForce = work.inForce().number();
        FormDialog dialog = new FormDialog(
                        "Publish draft " + work.number(), "Publish", () -> publish.apply(note.getValue()))
                .wide();
        PolicySummary draft = work.shown().summary();
        if (draft.basedOn() != null && draft.basedOn() != inForce) {
            dialog.with(new Note(
                            State.WARNING,
                            "It was begun from policy " + draft.basedOn() + ", and policy " + inForce
                                    + " was published since.")
                    .say("What is listed below takes back what that one changed."));
        }
        dialog.with(note, new Comparison(policies.difference(readers.current(), inForce, work.number())));
        if (pane != null) {
            pane.show(inForce, work.number());
            dialog.with(pane);
        }
        dialog.open();
    }
}
