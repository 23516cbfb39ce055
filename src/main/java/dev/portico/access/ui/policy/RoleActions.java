package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.portico.access.Role;
import dev.portico.look.Actions;
import dev.portico.look.Symbol;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be done with a role as a whole: say something else of it, delete it, put it back, make another.
final class RoleActions {

    private final RoleParts parts;
    private final Place place;

    /// Where they are offered.
    interface Place extends RoleEdit {

        PolicyEditing editing();

        /// Something was done, or refused with these words.
        void done(Optional<String> refused);

        /// There is another role.
        void made(String role);
    }

    RoleActions(RoleParts parts, Place place) {
        this.parts = parts;
        this.place = place;
    }

    /// What changes a role; null for whoever may not.
    @Nullable
    RoleEdit edit(Role role) {
        return place.editing().open(role) ? place : null;
    }

    /// Those of a role that the draft has.
    List<Component> of(Role role) {
        return List.of(
                Actions.plain("Change…", Symbol.PENCIL, () -> new RoleDialog(
                                role, place.editing().work().names(), parts.suggestions())
                        .change(role.name(), place)),
                Actions.sign(
                        Symbol.TRASH_2,
                        "Delete the role " + role.name(),
                        () -> place.done(place.editing().remove(role.name()))));
    }

    /// Those of a role that the draft takes away.
    List<Component> ofRemoved(Role role) {
        return place.editing().open()
                ? List.of(Actions.plain(
                        "Put it back",
                        Symbol.HISTORY,
                        () -> place.done(place.editing().add(role))))
                : List.of();
    }

    /// Makes another.
    Button another() {
        Button button = Actions.plain("New role", Symbol.PLUS, this::ask);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void ask() {
        new RoleDialog(null, place.editing().work().names(), parts.suggestions()).add(role -> {
            Optional<String> refused = place.editing().add(role);
            if (refused.isEmpty()) {
                place.made(role.name());
            }
            return refused;
        });
    }
}
