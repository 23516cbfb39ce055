package dev.portico.access.ui.policy;

import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.Policies;
import dev.portico.access.PolicyDifference.RoleDifference;
import dev.portico.access.PolicyRestores;
import dev.portico.access.Readers;
import dev.portico.access.ui.comparison.Comparison;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.access.ui.frame.PolicyPane;
import dev.portico.kernel.Reader;
import dev.portico.look.Note;
import dev.portico.look.State;
import java.util.List;
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
    void open(Policies policies, PolicyRestores restores, Readers readers, @Nullable PolicyPane pane) {
        int inForce = work.inForce().number();
        FormDialog dialog = new FormDialog(
                        "Publish draft " + work.number(), "Publish", () -> publish.apply(note.getValue()))
                .wide();
        Reader reader = readers.current();
        List<String> undone = undone(policies, reader);
        if (!undone.isEmpty()) {
            dialog.with(new Note(
                            State.WARNING,
                            "It was begun from policy " + work.shown().summary().basedOn() + ", and policy " + inForce
                                    + " is in force by now.")
                    .say("What was changed since in " + String.join(", ", undone)
                            + " is taken back or changed again, as listed below."));
        }
        dialog.with(
                new MissingAccess("Draft " + work.number(), restores.missing(reader, work.number())),
                note,
                new Comparison(policies.difference(reader, inForce, work.number())));
        if (pane != null) {
            pane.show(inForce, work.number());
            dialog.with(pane);
        }
        dialog.open();
    }

    /// The roles that were changed since the draft was begun, and that it has otherwise.
    private List<String> undone(Policies policies, Reader reader) {
        @Nullable Integer base = work.shown().summary().basedOn();
        int inForce = work.inForce().number();
        return base == null || base == inForce
                ? List.of()
                : policies.difference(reader, base, inForce).roles().stream()
                        .map(RoleDifference::name)
                        .filter(role -> work.change(role).isPresent())
                        .map(RoleWords::title)
                        .toList();
    }
}
