package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.portico.access.Readers;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Orphans;
import dev.portico.look.Actions;
import dev.portico.look.Symbol;
import java.util.List;

/// Takes an entity out that no source places any more, for those who may.
final class RemoveOrphan {

    private RemoveOrphan() {}

    /// The button behind another action; none where the entity is no orphan, or the reader may not remove it.
    static List<Component> beside(Component other, EntitySummary entity, Orphans orphans, Readers readers) {
        return orphans.mayRemove(entity, readers.current())
                ? List.of(other, Actions.danger("Remove", Symbol.TRASH_2, () -> confirm(entity, orphans, readers)))
                : List.of(other);
    }

    private static void confirm(EntitySummary entity, Orphans orphans, Readers readers) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Remove " + entity.label() + "?");
        dialog.setText("It leaves the catalog; its history stays. A source that places it again brings it back.");
        dialog.setCancelable(true);
        dialog.setConfirmText("Remove");
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> {
            orphans.remove(entity.ref(), readers.current());
            UI.getCurrent().navigate("catalog");
        });
        dialog.open();
    }
}
