package dev.portico.access.ui.policy;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.Role;
import dev.portico.access.ui.condition.Suggestions;
import dev.portico.access.ui.frame.FormDialog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Asks what a role is called, what it is for, where it holds and which roles it includes.
final class RoleDialog {

    private final TextField name = new TextField("Name");
    private final TextField description = new TextField("What it is for");
    private final ComboBox<String> space = new ComboBox<>("Only in the space");
    private final MultiSelectComboBox<String> includes = new MultiSelectComboBox<>("Includes");

    /// @param present the role that is changed; null for a new one
    /// @param others  the names of the other roles
    RoleDialog(@Nullable Role present, List<String> others, Suggestions suggestions) {
        name.setHelperText("a-z, 0-9, “.”, “_” and “-”");
        name.setVisible(present == null);
        name.setMaxLength(63);
        description.setMaxLength(300);
        Set<String> spaces = new TreeSet<>(suggestions.spaces());
        Set<String> roles = new TreeSet<>(others);
        if (present != null) {
            Optional.ofNullable(present.space()).ifPresent(spaces::add);
            roles.addAll(present.includes());
            roles.remove(present.name());
        }
        space.setItems(spaces);
        space.setPlaceholder("Everywhere");
        space.setClearButtonVisible(true);
        includes.setItems(roles);
        includes.setPlaceholder("No other role");
        if (present != null) {
            name.setValue(present.name());
            description.setValue(present.description());
            space.setValue(present.space());
            includes.setValue(present.includes());
        }
    }

    /// Asks for a new role.
    ///
    /// @param add says why it was refused, or nothing where it was not
    void add(Function<Role, Optional<String>> add) {
        new FormDialog(
                        "New role",
                        "Make the role",
                        () -> add.apply(
                                with(new Role(name.getValue().strip(), "", Set.of(), null, List.of(), List.of()))))
                .with(name, description, space, includes)
                .open();
    }

    /// Asks for changes.
    void change(String role, RoleEdit edit) {
        new FormDialog("Change " + RoleWords.title(role), "Change", () -> edit.change(this::with, -1))
                .with(description, space, includes)
                .open();
    }

    private Role with(Role role) {
        return new Role(
                role.name(),
                description.getValue().strip(),
                includes.getValue(),
                space.getValue(),
                role.members(),
                role.grants());
    }
}
