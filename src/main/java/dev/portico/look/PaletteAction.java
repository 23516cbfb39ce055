package dev.portico.look;

import org.jspecify.annotations.Nullable;

/// Something that the palette offers to do.
///
/// @param id      stable and unlike every other, such as `catalog.register`; what people use is counted by it
/// @param title   what happens, as a short command: "Register a source"
/// @param words   further words that people may type for it, separated by blanks
/// @param address the page it leads to; null where it does something on the present one
/// @param run     what it does; runs on the user interface's thread. Does nothing where there is an address
public record PaletteAction(
        String id,
        String title,
        Symbol symbol,
        String words,
        @Nullable String address,
        Runnable run) {

    /// An action that leads to a page within the portal, which the reader may open.
    public static PaletteAction link(String id, String title, Symbol symbol, String words, String address) {
        return new PaletteAction(id, title, symbol, words, address, () -> {});
    }

    /// An action on the present page.
    public static PaletteAction of(String id, String title, Symbol symbol, String words, Runnable run) {
        return new PaletteAction(id, title, symbol, words, null, run);
    }
}
