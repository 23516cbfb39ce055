package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Div;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Role;
import dev.portico.access.ui.condition.ConditionEditor;
import dev.portico.access.ui.frame.GrantPane;
import dev.portico.look.Actions;
import dev.portico.look.Note;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Changes one grant of a role. Each change that leaves it whole is kept at once; why one was refused stands here.
final class GrantEditor extends Div {

    private final int number;
    private final transient RoleEdit edit;
    private final transient Consumer<Grant> kept;
    private final GrantFields fields;
    private final Div refusal = new Div();
    private final @Nullable GrantPane pane;
    private transient Grant grant;

    /// @param number  where it stands among the grants of the role
    /// @param holders shows who holds a permission or pattern
    /// @param kept    told the grant as it is after a change
    GrantEditor(
            Grant grant, int number, RoleParts parts, Consumer<String> holders, RoleEdit edit, Consumer<Grant> kept) {
        this.grant = grant;
        this.number = number;
        this.edit = edit;
        this.kept = kept;
        addClassName("col");
        fields = new GrantFields(parts.permissions(), grant.effect(), grant.pattern(), this::fieldsChanged);
        refusal.getElement().setAttribute("role", "alert");
        pane = parts.grantPane();
        add(fields, new ConditionEditor(grant.condition(), parts.suggestions(), this::conditionChanged), refusal);
        if (pane != null) {
            add(pane);
            pane.show(edit.draft(), grant.pattern());
        }
        add(Row.line(
                Actions.plain("Who holds this", Symbol.USERS, () -> holders.accept(this.grant.pattern())),
                Actions.plain("Remove the grant", Symbol.TRASH_2, this::remove)));
    }

    private void fieldsChanged() {
        if (!fields.pattern().isEmpty()) {
            keep(new Grant(fields.effect(), fields.pattern(), grant.condition()));
        }
    }

    private void conditionChanged(Condition condition) {
        keep(new Grant(grant.effect(), grant.pattern(), condition));
    }

    private void keep(Grant next) {
        grant = next;
        Optional<String> refused = edit.change(role -> with(role, next));
        show(refused);
        if (refused.isEmpty()) {
            kept.accept(next);
            if (pane != null) {
                pane.show(edit.draft(), next.pattern());
            }
        }
    }

    private void remove() {
        show(edit.change(this::without, -1));
    }

    private void show(Optional<String> refused) {
        refusal.removeAll();
        refused.ifPresent(why -> refusal.add(new Note(State.FAILED, "Not kept").say(why)));
    }

    private Role with(Role role, Grant next) {
        List<Grant> grants = new ArrayList<>(role.grants());
        if (number < grants.size()) {
            grants.set(number, next);
        }
        return role.granting(grants);
    }

    private Role without(Role role) {
        List<Grant> grants = new ArrayList<>(role.grants());
        if (number < grants.size()) {
            grants.remove(number);
        }
        return role.granting(grants);
    }
}
