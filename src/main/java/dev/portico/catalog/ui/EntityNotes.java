package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.portico.catalog.Entity;
import dev.portico.catalog.Problem;
import dev.portico.kernel.EntityRef;
import dev.portico.look.EntityLink;
import dev.portico.look.Note;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.Text;
import java.time.Instant;
import java.util.Optional;

/// Remarks about an entity as a whole.
final class EntityNotes {

    private EntityNotes() {}

    /// Where the file as it is now was refused, the page shows what it said before.
    static Optional<Note> lastGood(Entity entity) {
        boolean refused = entity.problems().stream()
                .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR
                        && !problem.stage().equals("links"));
        if (!refused) {
            return Optional.empty();
        }
        String age = RelativeTime.words(entity.summary().updated(), Instant.now());
        return Optional.of(new Note(State.INFO, "You see the last good version, from " + age + ".")
                .say("Its file was refused since. The page follows as soon as the file can be read again."));
    }

    /// Says once that somebody changed the entity while its page was open.
    static void changed(Div place, EntityRef ref) {
        if (place.getComponentCount() == 0) {
            Anchor reload = new Anchor(EntityLink.address(ref), "Show it as it is now");
            reload.setRouterIgnore(true);
            place.add(new Note(State.INFO, "This entity has just changed.")
                    .with(Text.second("You still see it as it was."))
                    .actions(reload));
        }
    }
}
