package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;

/// What is to be said above the roles, one thing at a time.
final class RoleNotes extends Div {

    RoleNotes() {
        getElement().setAttribute("role", "status");
    }

    /// Says this in place of what was said before, or nothing.
    void say(Optional<Component> note) {
        removeAll();
        note.ifPresent(this::add);
    }

    /// Says this in place of what was said before.
    void say(Component note) {
        say(Optional.of(note));
    }
}
