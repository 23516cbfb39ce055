package dev.portico.access.ui.policy;

import com.vaadin.flow.component.html.Anchor;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.look.EmptyState;

/// What stands in place of a role for a reader who may see none: whoever sees the roles of their spaces alone, while
/// those have none.
final class NoRoles {

    private NoRoles() {}

    static EmptyState state() {
        Anchor spaces = new Anchor(AccessTab.SPACES.address(), "Show your spaces");
        spaces.addClassName("button");
        return new EmptyState(
                        "No role of your spaces yet",
                        "This page shows roles: what each allows and denies, and who holds it. You see the roles that"
                                + " hold in your own spaces alone, and none of those has a role of its own in this"
                                + " policy.")
                .actions(spaces);
    }
}
