package dev.portico.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.portico.kernel.Reader;
import dev.portico.look.PaletteAction;
import dev.portico.look.PaletteActions;
import dev.portico.look.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The frame's own actions in the palette.
@Component
final class ShellActions implements PaletteActions {

    private final Ways ways;
    private final AuthenticationContext authentication;

    ShellActions(Ways ways, AuthenticationContext authentication) {
        this.ways = ways;
        this.authentication = authentication;
    }

    @Override
    public List<PaletteAction> actions(Reader reader) {
        List<PaletteAction> actions = new ArrayList<>();
        if (ways.open("register")) {
            actions.add(PaletteAction.link(
                    "register",
                    "Register a source",
                    Symbol.PLUS,
                    "add new entity component import upload",
                    "register"));
        }
        actions.add(PaletteAction.of(
                "link.copy", "Copy the link to this page", Symbol.LINK, "url address share", () -> UI.getCurrent()
                        .getPage()
                        .executeJs("navigator.clipboard.writeText(location.href)")));
        Appearance.of(UI.getCurrent()).ifPresent(appearance -> appearances(appearance, actions));
        actions.add(PaletteAction.of(
                "shortcuts", "Show keyboard shortcuts", Symbol.KEYBOARD, "keys help hotkeys", ShellActions::shortcuts));
        if (ways.open("profile")) {
            actions.add(
                    PaletteAction.link("profile", "Open your profile", Symbol.USER, "account me settings", "profile"));
            actions.add(PaletteAction.link(
                    "my-access",
                    "See what you may do",
                    Symbol.KEY_ROUND,
                    "my access rights permissions roles request ask",
                    "me/access"));
            actions.add(PaletteAction.link(
                    "notifications", "Open notifications", Symbol.BELL, "inbox messages unread", "notifications"));
        }
        actions.add(PaletteAction.of(
                "sign-out", "Sign out", Symbol.LOG_OUT, "log out logout leave", authentication::logout));
        return actions;
    }

    private static void appearances(Appearance appearance, List<PaletteAction> actions) {
        Preference present = appearance.present();
        for (Theme theme : Theme.values()) {
            if (theme != present.theme()) {
                actions.add(PaletteAction.of(
                        "theme." + theme.name(),
                        theme == Theme.SYSTEM
                                ? "Follow the system's theme"
                                : "Switch to the " + theme.label().toLowerCase(Locale.ROOT) + " theme",
                        theme.symbol(),
                        "mode colour color appearance dark light",
                        () -> appearance.change(preference -> preference.with(theme))));
            }
        }
        Density other = present.density() == Density.COSY ? Density.COMPACT : Density.COSY;
        actions.add(PaletteAction.of(
                "density",
                "Switch to " + other.label().toLowerCase(Locale.ROOT) + " rows",
                Symbol.ROWS_3,
                "density compact cosy spacing",
                () -> appearance.change(preference -> preference.with(other))));
    }

    private static void shortcuts() {
        @Nullable Shortcuts shortcuts = ComponentUtil.getData(UI.getCurrent(), Shortcuts.class);
        if (shortcuts != null) {
            shortcuts.open();
        }
    }
}
