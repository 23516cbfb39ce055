package dev.portico.shell;

import com.vaadin.flow.component.UI;
import dev.portico.kernel.Reader;
import dev.portico.look.DropMenu;
import dev.portico.look.Symbol;
import java.util.ArrayList;
import java.util.List;

/// Who is signed in, how they want to read, and the way out.
final class AvatarMenu extends DropMenu {

    AvatarMenu(
            Reader reader,
            List<String> roles,
            boolean profile,
            Appearance appearance,
            Shortcuts shortcuts,
            Runnable signOut) {
        getElement().setAttribute("theme", "tertiary icon");
        String told = roles.isEmpty() ? "No role" : String.join(", ", roles);
        Root root = new Root("Account of " + reader.name(), null, "", null, reader.name());
        appearance.watch(present -> {
            List<Line> lines = new ArrayList<>();
            lines.add(Line.about(reader.name(), told));
            if (profile) {
                lines.add(Line.of(Symbol.USER, "Profile", () -> UI.getCurrent().navigate("profile")));
                lines.add(Line.of(
                        Symbol.KEY_ROUND, "My access", () -> UI.getCurrent().navigate("me/access")));
            }
            lines.add(Line.rule());
            for (Theme theme : Theme.values()) {
                lines.add(Line.choice(
                        theme.symbol(),
                        theme.label(),
                        present.theme() == theme,
                        () -> appearance.change(chosen -> chosen.with(theme))));
            }
            lines.add(Line.rule());
            boolean compact = present.density() == Density.COMPACT;
            Density other = compact ? Density.COSY : Density.COMPACT;
            lines.add(Line.choice(
                    Symbol.ROWS_3, "Compact rows", compact, () -> appearance.change(chosen -> chosen.with(other))));
            lines.add(Line.of(Symbol.KEYBOARD, "Keyboard shortcuts", shortcuts::open));
            lines.add(Line.rule());
            lines.add(Line.of(Symbol.LOG_OUT, "Sign out", signOut));
            show(root, lines);
        });
    }
}
