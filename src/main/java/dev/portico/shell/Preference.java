package dev.portico.shell;

/// How one account wants the portal to look and behave.
///
/// @param narrow    whether the drawer shows signs alone
/// @param shortcuts whether keys without a modifier do something
/// @param teams     whether the home page shows what the reader's teams own, not only what they own themselves
/// @param home      how the home page is laid out, as JSON; empty for the layout that it comes with
/// @param space     the space that the pages look at; empty for all
record Preference(
        Theme theme, Density density, boolean narrow, boolean shortcuts, boolean teams, String home, String space) {

    /// What holds for whoever has chosen nothing.
    static final Preference USUAL = new Preference(Theme.SYSTEM, Density.COSY, false, true, false, "", "");

    Preference with(Theme chosen) {
        return new Preference(chosen, density, narrow, shortcuts, teams, home, space);
    }

    Preference with(Density chosen) {
        return new Preference(theme, chosen, narrow, shortcuts, teams, home, space);
    }

    Preference narrow(boolean chosen) {
        return new Preference(theme, density, chosen, shortcuts, teams, home, space);
    }

    Preference shortcuts(boolean chosen) {
        return new Preference(theme, density, narrow, chosen, teams, home, space);
    }

    Preference teams(boolean chosen) {
        return new Preference(theme, density, narrow, shortcuts, chosen, home, space);
    }

    /// @param json the layout of the home page; empty for the one that it comes with
    Preference home(String json) {
        return new Preference(theme, density, narrow, shortcuts, teams, json, space);
    }

    /// @param name the space that the pages look at; empty for all
    Preference space(String name) {
        return new Preference(theme, density, narrow, shortcuts, teams, home, name);
    }
}
