package dev.portico.access.ui.policy;

import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Permissions;
import dev.portico.access.ui.frame.FormDialog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks what a further grant of a role allows or denies. Its condition is built afterwards, in its place.
final class GrantDialog {

    private final GrantFields fields;
    private final RoleEdit edit;
    private final int number;

    /// @param number how many grants the role has, which is where the new one will stand
    GrantDialog(Permissions permissions, RoleEdit edit, int number) {
        this.edit = edit;
        this.number = number;
        fields = new GrantFields(permissions, Grant.Effect.ALLOW, "", () -> {});
    }

    void open() {
        new FormDialog("Add a grant", "Add", this::tried).with(fields).open();
    }

    private Optional<String> tried() {
        if (fields.pattern().isEmpty()) {
            return Optional.of("Name a permission.");
        }
        Grant grant = new Grant(fields.effect(), fields.pattern(), Condition.always());
        return edit.change(
                role -> {
                    List<Grant> grants = new ArrayList<>(role.grants());
                    grants.add(grant);
                    return role.granting(grants);
                },
                number);
    }
}
