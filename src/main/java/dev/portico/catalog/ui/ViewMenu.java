package dev.portico.catalog.ui;

import dev.portico.access.Access;
import dev.portico.access.Readers;
import dev.portico.access.Space;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SavedView;
import dev.portico.catalog.SavedViews;
import dev.portico.catalog.Sharing;
import dev.portico.look.DangerDialog;
import dev.portico.look.DropMenu;
import dev.portico.look.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What can be done with the view that is open: keep it, change it, share it, delete it.
final class ViewMenu extends DropMenu {

    private final transient SavedViews views;
    private final transient Readers readers;
    private final transient Access access;
    private final transient Consumer<CatalogFilter> go;
    private final transient List<Line> lines = new ArrayList<>();
    private transient CatalogFilter filter = CatalogFilter.NONE;
    private transient @Nullable SavedView shown;

    /// @param go shows a list
    ViewMenu(SavedViews views, Readers readers, Access access, Consumer<CatalogFilter> go) {
        this.views = views;
        this.readers = readers;
        this.access = access;
        this.go = go;
        addClassName("view-menu");
    }

    /// Offers what can be done now.
    ///
    /// @param open the saved view that is open, or null where it is none
    void show(CatalogFilter newFilter, @Nullable SavedView open) {
        if (newFilter.equals(filter) && Objects.equals(open, shown) && !lines.isEmpty()) {
            return;
        }
        filter = newFilter;
        shown = open;
        setVisible(readers.current().account() != null);
        lines.clear();
        if (open != null && open.editable()) {
            if (!ViewTabs.filter(open).listsLike(filter)) {
                item(
                        Symbol.CHECK,
                        "Save changes to “" + open.name() + "”",
                        () -> change(open, open.name(), open.sharing()));
            }
            item(Symbol.PENCIL, "Rename…", () -> new ViewDialog("Rename view", open.name(), name -> {
                        views.change(open.id(), name, open.query(), open.sharing(), readers.current());
                        go.accept(filter);
                    })
                    .open());
            sharing(open);
            item(Symbol.TRASH_2, "Delete…", () -> confirm(open));
            lines.add(Line.rule());
        }
        item(Symbol.PLUS, "Save as new view…", () -> new ViewDialog("Save view", "", this::create).open());
        show(Root.of(Symbol.BOOKMARK, "View"), lines);
    }

    private void item(Symbol symbol, String words, Runnable action) {
        lines.add(Line.of(symbol, words, action));
    }

    /// The choices of who sees the view, but for the one that is made.
    private void sharing(SavedView open) {
        if (!open.sharing().isPrivate()) {
            item(Symbol.LOCK, "Make private", () -> share(open, Sharing.PRIVATE));
        }
        for (Space space : views.spaces(readers.current())) {
            Sharing inSpace = Sharing.in(space.name());
            if (!open.sharing().equals(inSpace)) {
                item(Symbol.LAYERS, "Share in " + space.title(), () -> share(open, inSpace));
            }
        }
        if (!open.sharing().everyone() && mayShare()) {
            item(Symbol.USERS, "Share with everyone", () -> share(open, Sharing.EVERYONE));
        }
    }

    private void create(String name) {
        SavedView made = views.create(name, filter.kept().query(), Sharing.PRIVATE, readers.current());
        go.accept(filter.withView(made.id().toString()));
    }

    private void change(SavedView view, String name, Sharing sharing) {
        views.change(view.id(), name, filter.kept().query(), sharing, readers.current());
        go.accept(filter);
    }

    private void share(SavedView view, Sharing sharing) {
        views.change(view.id(), view.name(), view.query(), sharing, readers.current());
        go.accept(filter);
    }

    private boolean mayShare() {
        return access.decide(readers.current(), CatalogPermissions.SHARE_VIEW).allowed();
    }

    private static String lost(Sharing sharing) {
        if (sharing.isPrivate()) {
            return "";
        }
        return sharing.everyone() ? "Everyone loses it. " : "All members of its space lose it. ";
    }

    private void confirm(SavedView view) {
        DangerDialog.ask(
                "Delete the view “" + view.name() + "”?",
                lost(view.sharing()) + "No entity is touched.",
                "Delete",
                () -> {
                    views.delete(view.id(), readers.current());
                    go.accept(filter.withView(""));
                });
    }
}
