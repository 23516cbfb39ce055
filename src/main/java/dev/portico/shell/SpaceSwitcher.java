package dev.portico.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import dev.portico.access.Space;
import dev.portico.look.Icon;
import dev.portico.look.Row;
import dev.portico.look.SpaceLens;
import dev.portico.look.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which space the pages look at. Where there is none that the reader may see, it is not shown.
final class SpaceSwitcher extends MenuBar {

    private static final String ALL = "All spaces";

    private final transient Appearance appearance;
    private final SpaceLens lens;

    SpaceSwitcher(List<Space> spaces, List<Space> own, Appearance appearance) {
        this.appearance = appearance;
        this.lens = SpaceLens.of(UI.getCurrent());
        addClassName("space-switcher");
        setClassName("narrowed", lens.space().isPresent());
        getElement().setAttribute("theme", "tertiary").setAttribute("aria-label", "Space");
        setVisible(!spaces.isEmpty());
        Optional<Space> present = spaces.stream()
                .filter(space -> space.name().equals(lens.space().orElse("")))
                .findFirst();
        String title = present.map(Space::title).orElse(ALL);
        MenuItem root = addItem(label(title), "Space: " + title);
        root.setAriaLabel("Space: " + title);
        SubMenu menu = root.getSubMenu();
        add(menu, ALL, null);
        menu.addSeparator();
        Set<String> mine = own.stream().map(Space::name).collect(Collectors.toSet());
        own.forEach(space -> add(menu, space.title(), space.name()));
        List<Space> others =
                spaces.stream().filter(space -> !mine.contains(space.name())).toList();
        if (!own.isEmpty() && !others.isEmpty()) {
            menu.addSeparator();
        }
        others.forEach(space -> add(menu, space.title(), space.name()));
    }

    private static Row label(String title) {
        Span words = new Span(title);
        words.addClassNames("space-title", "clip");
        return Row.line(new Icon(Symbol.LAYERS), words, new Icon(Symbol.CHEVRONS_UP_DOWN));
    }

    private void add(SubMenu menu, String title, @Nullable String name) {
        MenuItem item = menu.addItem(title, click -> look(name));
        item.setCheckable(true);
        item.setChecked(lens.space().equals(Optional.ofNullable(name)));
    }

    /// Shows the page anew, with its frame, and remembers the choice for the account.
    private void look(@Nullable String name) {
        lens.look(name);
        appearance.change(preference -> preference.space(name == null ? "" : name));
        UI.getCurrent().refreshCurrentRoute(true);
    }
}
