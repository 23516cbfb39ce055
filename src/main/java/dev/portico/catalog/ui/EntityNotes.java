package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.Entity;
import dev.portico.catalog.Problem;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Icon;
import dev.portico.look.Note;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.time.Instant;
import java.util.Optional;

/// Remarks about an entity as a whole.
final class EntityNotes {

    private EntityNotes() {}

    /// Where the file as it is now was refused, the page shows what it said before.
    static Optional<Note> lastGood(Entity entity) {
        boolean refused = entity.problems().stream()
                .anyMatch(problem -> problem.stage().equals("source")
                        || (problem.severity() == Problem.Severity.ERROR
                                && !problem.stage().equals("links")));
        if (!refused) {
            return Optional.empty();
        }
        String age = RelativeTime.words(entity.summary().updated(), Instant.now());
        return Optional.of(new Note(State.INFO, "You see the last good version, from " + age + ".")
                .say("Its file was refused since. The page follows as soon as the file can be read again."));
    }

    /// Says for a moment that somebody has changed what is shown.
    static Div changed() {
        Div mark = new Div(new Icon(Symbol.REFRESH_CW), new Span("Changed just now"));
        mark.addClassName("just-changed");
        return mark;
    }

    /// What is shown is not in the catalog any more, or the reader may no longer read it.
    static Note gone(EntityRef ref) {
        return new Note(State.WARNING, "This entity is no longer in the catalog, or no longer yours to read.")
                .with(Text.second("You still see it as it was."))
                .actions(new Anchor(MissingView.address(ref.toString()), "Find out why"));
    }
}
