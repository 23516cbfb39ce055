package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.portico.access.Readers;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Orphans;
import dev.portico.look.Actions;
import dev.portico.look.DangerDialog;
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
        DangerDialog.ask(
                "Remove " + entity.label() + "?",
                "It leaves the catalog; its history stays. A source that places it again brings it back.",
                "Remove",
                () -> {
                    orphans.remove(entity.ref(), readers.current());
                    UI.getCurrent().navigate("catalog");
                });
    }
}
