package dev.portico.access.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import dev.portico.access.Readers;
import dev.portico.access.RoleHolders;
import dev.portico.access.ui.frame.CatalogNames;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Shows who holds a role or a permission, one at a time, and says which stands open, for the page's address.
final class HolderDialogs {

    private final RoleHolders holders;
    private final CatalogNames names;
    private final Readers readers;
    private final Consumer<String> told;
    private String shown = "";
    private @Nullable Dialog open;

    /// @param told what is shown: [AccessAddress#ROLE], a permission or a pattern; empty once nothing is
    HolderDialogs(RoleHolders holders, CatalogNames names, Readers readers, Consumer<String> told) {
        this.holders = holders;
        this.names = names;
        this.readers = readers;
        this.told = told;
    }

    /// Shows what an address asks for, unless it is shown already.
    ///
    /// @param whoHas [AccessAddress#ROLE], a permission or a pattern; empty for nothing
    void ask(String whoHas, int policy, String role) {
        if (whoHas.equals(shown)) {
            return;
        }
        Dialog before = open;
        if (before != null) {
            before.close();
        }
        if (whoHas.equals(AccessAddress.ROLE)) {
            role(policy, role);
        } else if (!whoHas.isEmpty()) {
            pattern(policy, whoHas);
        }
    }

    /// Who holds a role by a policy.
    void role(int policy, String role) {
        show(
                AccessAddress.ROLE,
                "Who holds " + RoleWords.title(role),
                () -> new HolderList(role, holders.holders(readers.current(), policy, role), names));
    }

    /// Who holds by a policy what a permission or pattern spans.
    void pattern(int policy, String pattern) {
        show(
                pattern,
                "Who holds " + pattern,
                () -> HolderList.of(holders.grants(readers.current(), policy, pattern), policy, names));
    }

    private void show(String what, String title, Supplier<Component> list) {
        Dialog dialog = new HoldersDialog(title, list);
        shown = what;
        open = dialog;
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                shown = "";
                open = null;
                told.accept("");
            }
        });
        dialog.open();
        told.accept(what);
    }
}
