package dev.portico.shell;

/// How one account wants the portal to look and behave.
///
/// @param narrow    whether the drawer shows signs alone
/// @param shortcuts whether keys without a modifier do something
/// @param teams     whether the home page shows what the reader's teams own, not only what they own themselves
/// @param home      how the home page is laid out, as JSON; empty for the layout that it comes with
record Preference(Theme theme, Density density, boolean narrow, boolean shortcuts, boolean teams, String home) {

    /// What holds for whoever has chosen nothing.
    static final Preference USUAL = new Preference(Theme.SYSTEM, Density.COSY, false, true, false, "");

    Preference with(Theme chosen) {
        return new Preference(chosen, density, narrow, shortcuts, teams, home);
    }

    Preference with(Density chosen) {
        return new Preference(theme, chosen, narrow, shortcuts, teams, home);
    }

    Preference narrow(boolean chosen) {
        return new Preference(theme, density, chosen, shortcuts, teams, home);
    }

    Preference shortcuts(boolean chosen) {
        return new Preference(theme, density, narrow, chosen, teams, home);
    }

    Preference teams(boolean chosen) {
        return new Preference(theme, density, narrow, shortcuts, chosen, home);
    }

    /// @param json the layout of the home page; empty for the one that it comes with
    Preference home(String json) {
        return new Preference(theme, density, narrow, shortcuts, teams, json);
    }
}
