package dev.portico.look;

/// Chooses from a menu as a reader does.
public final class Menus {

    private Menus() {}

    /// Chooses the first line that begins so.
    public static void choose(DropMenu menu, String beginning) {
        menu.choose(beginning);
    }
}
