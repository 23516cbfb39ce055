package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import dev.portico.access.PolicySummary;
import dev.portico.look.Actions;
import dev.portico.look.DangerDialog;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// What can be done with a draft as a whole: give it up, compare it, put it in force.
final class DraftActions {

    private final RoleParts parts;
    private final Runnable gone;

    /// @param gone told once the draft is none any more
    DraftActions(RoleParts parts, Runnable gone) {
        this.parts = parts;
        this.gone = gone;
    }

    /// What the reader may do with what is shown.
    ///
    /// @param refused told why the draft could not be given up
    List<Component> actions(PolicyEditing editing, Consumer<String> refused) {
        List<Component> actions = new ArrayList<>();
        PolicyWork work = editing.work();
        if (!work.isDraft()) {
            return actions;
        }
        if (editing.open()) {
            actions.add(Actions.quiet("Discard", () -> discard(editing, refused)));
        }
        actions.add(new PolicyHead(work).compare());
        if (parts.mayPublish() && !work.changes().isEmpty()) {
            actions.add(Actions.primary("Publish…", Symbol.SEND, () -> publish(editing)));
        }
        return actions;
    }

    /// Asks before the draft is put in force.
    void publish(PolicyEditing editing) {
        PolicyWork work = editing.work();
        parts.publish(work, note -> publish(editing, work, note));
    }

    /// Says where changes are made, to whoever could make them but looks at another policy.
    ///
    /// @param chosen told the number of the draft to show
    Optional<Component> elsewhere(PolicyEditing editing, IntConsumer chosen) {
        PolicyWork work = editing.work();
        @Nullable PolicySummary draft = work.draft();
        if (draft == null || work.isDraft() || !parts.mayEdit()) {
            return Optional.empty();
        }
        return Optional.of(new Note(State.INFO, "This is policy " + work.number() + " as it stands.")
                .say("Changes are made in a draft.")
                .actions(
                        Actions.plain(
                                "Open draft " + draft.number(),
                                Symbol.ARROW_RIGHT,
                                () -> chosen.accept(draft.number())),
                        Actions.plain("Begin another draft", Symbol.PLUS, () -> chosen.accept(editing.begin()))));
    }

    /// Asks before the draft is given up.
    void discard(PolicyEditing editing, Consumer<String> refused) {
        DangerDialog.ask(
                "Discard draft " + editing.work().number() + "?",
                "What it changes is gone for good. What is in force stays as it is.",
                "Discard",
                () -> editing.discard().ifPresentOrElse(refused, gone));
    }

    private Optional<String> publish(PolicyEditing editing, PolicyWork compared, String note) {
        Optional<String> refused = editing.publish(compared, note);
        if (refused.isEmpty()) {
            gone.run();
        }
        return refused;
    }
}
