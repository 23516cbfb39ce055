package dev.portico.shell;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import dev.portico.kernel.Reader;
import dev.portico.look.Icon;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.util.List;

/// Who is signed in, how they want to read, and the way out.
final class AvatarMenu extends MenuBar {

    AvatarMenu(
            Reader reader,
            List<String> roles,
            boolean profile,
            Appearance appearance,
            Shortcuts shortcuts,
            Runnable signOut) {
        getElement().setAttribute("theme", "tertiary icon");
        MenuItem root = addItem(new Avatar(reader.name()), "Account of " + reader.name());
        root.setAriaLabel("Account of " + reader.name());
        SubMenu menu = root.getSubMenu();
        MenuItem who = menu.addItem(who(reader, String.join(", ", roles)));
        who.setEnabled(false);
        if (profile) {
            menu.addItem(
                    line(Symbol.USER, "Profile"),
                    click -> click.getSource().getUI().orElseThrow().navigate("profile"));
            menu.addItem(
                    line(Symbol.KEY_ROUND, "My access"),
                    click -> click.getSource().getUI().orElseThrow().navigate("me/access"));
        }
        menu.addSeparator();
        for (Theme theme : Theme.values()) {
            MenuItem item = menu.addItem(
                    line(theme.symbol(), theme.label()), click -> appearance.change(chosen -> chosen.with(theme)));
            item.setCheckable(true);
            appearance.watch(preference -> item.setChecked(preference.theme() == theme));
        }
        menu.addSeparator();
        MenuItem compact = menu.addItem(
                line(Symbol.ROWS_3, "Compact rows"),
                click -> appearance.change(
                        chosen -> chosen.with(chosen.density() == Density.COMPACT ? Density.COSY : Density.COMPACT)));
        compact.setCheckable(true);
        appearance.watch(preference -> compact.setChecked(preference.density() == Density.COMPACT));
        menu.addItem(line(Symbol.KEYBOARD, "Keyboard shortcuts"), click -> shortcuts.open());
        menu.addSeparator();
        menu.addItem(line(Symbol.LOG_OUT, "Sign out"), click -> signOut.run());
    }

    private static Div who(Reader reader, String roles) {
        Div who = new Div(
                new Span(reader.name()),
                Text.hint(roles.isEmpty() ? "No role" : roles).styled("small"));
        who.addClassName("who");
        return who;
    }

    private static Row line(Symbol symbol, String word) {
        return Row.line(new Icon(symbol), new Span(word));
    }
}
