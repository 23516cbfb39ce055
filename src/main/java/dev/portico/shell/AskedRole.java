package dev.portico.shell;

import com.vaadin.flow.component.html.Div;
import dev.portico.access.AccessRequests;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.Permission;
import dev.portico.access.Readers;
import dev.portico.access.RoleOption;
import dev.portico.kernel.Refusal;
import dev.portico.look.MoreRights;
import dev.portico.look.Note;
import dev.portico.look.State;
import java.util.Optional;

/// Says before one asks which role would most likely be given, and what else it brings.
final class AskedRole extends Div {

    private final transient AccessRequests requests;
    private final transient Readers readers;

    AskedRole(AccessRequests requests, Readers readers) {
        this.requests = requests;
        this.readers = readers;
        getElement().setAttribute("role", "status");
    }

    /// Tells it of what is asked now.
    void show(NewAccessRequest asked) {
        removeAll();
        try {
            Optional<RoleOption> least = requests.least(readers.current(), asked);
            add(least.map(AskedRole::note)
                    .orElseGet(() -> new Note(State.INFO, "No role that can be given by a request allows it.")
                            .say(
                                    "The role admin is given by an admin alone, never by a request; whoever answers would have to make a"
                                            + " smaller role.")));
        } catch (Refusal.Conflict | Refusal.InvalidInput | Refusal.NotFound refused) {
            add(new Note(State.INFO, refused.reason()));
        }
    }

    private static Note note(RoleOption role) {
        String where = role.space() == null ? ", everywhere" : ", in " + role.space() + " alone";
        Note note = new Note(State.INFO, "The smallest role that allows it is " + role.role() + where + ".");
        if (role.adds().isEmpty()) {
            return note.say("You would get nothing else that you do not have already.");
        }
        return note.say("With it you would get " + role.more()
                        + " that you do not have. Whoever answers may choose another role.")
                .with(new MoreRights(
                        "What else it allows",
                        role.adds().stream().map(Permission::sentence).toList()));
    }
}
