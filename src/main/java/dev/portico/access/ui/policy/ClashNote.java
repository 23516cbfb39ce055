package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Div;
import dev.portico.access.PolicyDifference;
import dev.portico.access.PolicyDifference.RoleDifference;
import dev.portico.access.Role;
import dev.portico.access.ui.comparison.Comparison;
import dev.portico.look.Actions;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says that two people changed the same role at once, what the one would make of the other's, and asks which counts.
final class ClashNote extends Div {

    /// @param theirs the role as it is by now; null where it is gone
    ClashNote(int draft, Role mine, @Nullable Role theirs, String why, Runnable useMine, Runnable useTheirs) {
        Note note =
                new Note(State.WARNING, why + ".").say("Nothing is lost: choose what counts. Yours would make of it:");
        note.with(new Comparison(
                new PolicyDifference(draft, draft, List.of(new RoleDifference(mine.name(), theirs, mine)))));
        note.actions(
                Actions.plain("Use mine", Symbol.CHECK, useMine), Actions.plain("Keep theirs", Symbol.X, useTheirs));
        add(note);
    }
}
