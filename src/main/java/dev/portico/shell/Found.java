package dev.portico.shell;

import com.vaadin.flow.server.menu.MenuEntry;
import dev.portico.catalog.EntitySummary;
import dev.portico.look.EntityLink;
import dev.portico.look.KindTile;
import dev.portico.look.PaletteAction;
import dev.portico.look.Symbol;
import org.jspecify.annotations.Nullable;

/// One row of the palette.
///
/// @param item      what its use is counted under; empty where opening it counts by itself
/// @param label     its name, in which what was typed is marked
/// @param hint      what it is, behind the name
/// @param kindClass the style class that colours its tile; null for none
/// @param key       the keys that do the same; empty for none
/// @param address   the page it leads to; null where it does something
/// @param run       what it does
record Found(
        String item,
        String label,
        String hint,
        Symbol symbol,
        @Nullable String kindClass,
        String key,
        @Nullable String address,
        Runnable run) {

    private static final String BEYOND = "action:beyond-the-space";

    static Found of(EntitySummary entity, String what) {
        return new Found(
                "",
                entity.label(),
                what,
                symbol(entity),
                kindClass(entity),
                "",
                EntityLink.address(entity.ref()),
                () -> {});
    }

    static Found of(Recent recent) {
        return new Found(
                "", recent.label(), recent.hint(), recent.symbol(), recent.kindClass(), "", recent.address(), () -> {});
    }

    static Found of(MenuEntry page, String key) {
        return new Found("", page.title(), "Page", symbol(page), null, key, Ways.path(page.path()), () -> {});
    }

    static Found of(PaletteAction action) {
        return new Found(
                "action:" + action.id(), action.title(), "", action.symbol(), null, "", action.address(), action.run());
    }

    /// Looks beyond the space that the page looks at. The palette stays open.
    ///
    /// @param typed what was typed; empty for nothing
    static Found beyond(String typed, Runnable run) {
        String label = typed.isEmpty() ? "Look in all spaces" : "Search all spaces for “" + typed + "”";
        return new Found(BEYOND, label, "", Symbol.LAYERS, null, "", null, run);
    }

    /// Whether the palette stays open when the row is chosen.
    boolean stays() {
        return item.equals(BEYOND);
    }

    static boolean isPerson(EntitySummary entity) {
        return entity.ref().kind().equals("user") || entity.ref().kind().equals("group");
    }

    static Symbol symbol(EntitySummary entity) {
        return KindTile.symbol(entity.kind(), entity.type());
    }

    static String kindClass(EntitySummary entity) {
        return KindTile.className(entity.kind(), entity.type());
    }

    static Symbol symbol(MenuEntry page) {
        return Symbol.valueOf(page.icon());
    }
}
