package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import dev.portico.access.PolicySummary;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.DangerDialog;
import dev.portico.look.Note;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.time.Instant;
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
    private String done = "";

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
            actions.add(Actions.primary("Publish…", Symbol.SEND, () -> publish(editing, refused)));
        }
        return actions;
    }

    /// Asks before the draft is put in force.
    void publish(PolicyEditing editing) {
        PolicyWork work = editing.work();
        parts.publish(work, note -> publish(editing, work, note));
    }

    private void publish(PolicyEditing editing, Consumer<String> refused) {
        editing.overByNow().ifPresentOrElse(refused, () -> publish(editing));
    }

    /// What is to be said of the policy that is shown: what has become of the draft that was shown before; else where
    /// changes are made, to whoever could make them but looks at another policy.
    ///
    /// @param chosen told the number of the draft to show
    Optional<Component> elsewhere(PolicyEditing editing, IntConsumer chosen) {
        PolicyWork work = editing.work();
        @Nullable PolicySummary draft = work.draft();
        if (!done.isEmpty()) {
            Note note = new Note(State.INFO, done);
            done = "";
            return Optional.of(draft == null || work.isDraft() ? note : another(note, work, draft, chosen));
        }
        if (draft == null || work.isDraft() || !parts.mayEdit()) {
            return Optional.empty();
        }
        return Optional.of(new Note(State.INFO, "This is policy " + work.number() + " as it stands.")
                .say("Changes are made in a draft.")
                .actions(
                        open(draft, chosen),
                        Actions.plain("Begin another draft", Symbol.PLUS, () -> chosen.accept(editing.begin()))));
    }

    /// In place of a draft that was asked for and is gone, shows what is in force, and says who discarded it.
    ///
    /// @throws Refusal.NotFound where the reader may know of no such draft
    void returned(PolicyEditing editing, @Nullable Integer asked) {
        try {
            editing.work();
        } catch (Refusal.NotFound unknown) {
            String discarded = parts.discarded(asked).orElseThrow(() -> unknown);
            editing.leave();
            done = discarded + " This is policy " + editing.work().number() + ", which is in force.";
        }
    }

    /// Names the draft that is still open, beside those that are too.
    private static Note another(Note note, PolicyWork work, PolicySummary draft, IntConsumer chosen) {
        int all = work.drafts().size();
        String lead = all == 1
                ? "Another draft is open: draft "
                : Words.number(all) + " other drafts are open, among them draft ";
        return note.say(lead + draft.number() + ", “" + draft.note() + "”, last edited by " + work.editor(draft) + " "
                        + RelativeTime.words(draft.changedAt(), Instant.now()) + ".")
                .actions(open(draft, chosen));
    }

    private static Button open(PolicySummary draft, IntConsumer chosen) {
        return Actions.plain("Open draft " + draft.number(), Symbol.ARROW_RIGHT, () -> chosen.accept(draft.number()));
    }

    /// Asks before the draft is given up.
    void discard(PolicyEditing editing, Consumer<String> refused) {
        DangerDialog.ask(
                "Discard draft " + editing.work().number() + "?",
                "What it changes is gone for good. What is in force stays as it is.",
                "Discard",
                () -> {
                    int number = editing.work().number();
                    editing.discard()
                            .ifPresentOrElse(refused, () -> over(editing, "Draft " + number + " is discarded."));
                });
    }

    private void over(PolicyEditing editing, String what) {
        int inForce = editing.work().inForce().number();
        done = what + " Policy " + inForce + " is in force.";
        gone.run();
    }

    private Optional<String> publish(PolicyEditing editing, PolicyWork compared, String note) {
        Optional<String> refused = editing.publish(compared, note);
        if (refused.isEmpty()) {
            over(editing, "Draft " + compared.number() + " is published.");
        }
        return refused;
    }
}
