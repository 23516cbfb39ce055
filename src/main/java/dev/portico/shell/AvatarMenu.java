package dev.portico.shell;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.VaadinRequest;
import dev.portico.kernel.Reader;
import dev.portico.look.Icon;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.util.stream.Collectors;

/// Who is signed in, in which light they read, and the way out.
final class AvatarMenu extends MenuBar {

    AvatarMenu(Reader reader, Runnable signOut) {
        getElement().setAttribute("theme", "tertiary icon");
        MenuItem root = addItem(new Avatar(reader.name()), "Account of " + reader.name());
        root.setAriaLabel("Account of " + reader.name());
        SubMenu menu = root.getSubMenu();
        MenuItem who = menu.addItem(who(reader));
        who.setEnabled(false);
        menu.addSeparator();
        Theme present = Theme.of(VaadinRequest.getCurrent());
        for (Theme theme : Theme.values()) {
            MenuItem item = menu.addItem(line(theme.symbol(), theme.label()));
            item.setCheckable(true);
            item.setChecked(theme == present);
            item.addClickListener(click -> {
                theme.choose(click.getSource().getUI().orElseThrow().getPage());
                menu.getItems().stream()
                        .filter(MenuItem::isCheckable)
                        .forEach(other -> other.setChecked(other.equals(item)));
            });
        }
        menu.addSeparator();
        menu.addItem(line(Symbol.LOG_OUT, "Sign out"), click -> signOut.run());
    }

    private static Div who(Reader reader) {
        String roles = reader.roles().stream().sorted().collect(Collectors.joining(", "));
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
