package dev.portico.shell;

/// How one account wants the portal to look and behave.
///
/// @param narrow    whether the drawer shows signs alone
/// @param shortcuts whether keys without a modifier do something
/// @param home      how the home page is laid out, as JSON; empty for the layout that it comes with
record Preference(Theme theme, Density density, boolean narrow, boolean shortcuts, String home) {

    /// What holds for whoever has chosen nothing.
    static final Preference USUAL = new Preference(Theme.SYSTEM, Density.COSY, false, true, "");

    Preference with(Theme chosen) {
        return new Preference(chosen, density, narrow, shortcuts, home);
    }

    Preference with(Density chosen) {
        return new Preference(theme, chosen, narrow, shortcuts, home);
    }

    Preference narrow(boolean chosen) {
        return new Preference(theme, density, chosen, shortcuts, home);
    }

    Preference shortcuts(boolean chosen) {
        return new Preference(theme, density, narrow, chosen, home);
    }

    /// @param json the layout of the home page; empty for the one that it comes with
    Preference home(String json) {
        return new Preference(theme, density, narrow, shortcuts, json);
    }
}
