package dev.portico.shell;

import com.vaadin.flow.component.UI;
import dev.portico.access.Space;
import dev.portico.look.DropMenu;
import dev.portico.look.SpaceLens;
import dev.portico.look.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which space the pages look at. Where there is none that the reader may see, it is not shown.
final class SpaceSwitcher extends DropMenu {

    private static final String ALL = "All spaces";

    private final transient Appearance appearance;
    private final SpaceLens lens;

    SpaceSwitcher(List<Space> spaces, List<Space> own, Appearance appearance) {
        this.appearance = appearance;
        this.lens = SpaceLens.of(UI.getCurrent());
        addClassName("space-switcher");
        setClassName("narrowed", lens.space().isPresent());
        // The frame is drawn anew when a space is chosen: the keyboard stays at the switcher.
        getElement()
                .setAttribute("theme", "tertiary")
                .setAttribute("aria-label", "Space")
                .setAttribute("data-then", ".space-switcher");
        setVisible(!spaces.isEmpty());
        if (!spaces.isEmpty()) {
            list(spaces, own);
        }
    }

    private void list(List<Space> spaces, List<Space> own) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(ALL, null));
        lines.add(Line.rule());
        Set<String> mine = own.stream().map(Space::name).collect(Collectors.toSet());
        own.forEach(space -> lines.add(line(space.title(), space.name())));
        List<Space> others =
                spaces.stream().filter(space -> !mine.contains(space.name())).toList();
        if (!own.isEmpty() && !others.isEmpty()) {
            lines.add(Line.rule());
        }
        others.forEach(space -> lines.add(line(space.title(), space.name())));
        String title = spaces.stream()
                .filter(space -> space.name().equals(lens.space().orElse("")))
                .map(Space::title)
                .findFirst()
                .orElse(ALL);
        show(new Root("Space: " + title, Symbol.LAYERS, title, Symbol.CHEVRONS_UP_DOWN, ""), lines);
    }

    private Line line(String title, @Nullable String name) {
        boolean present = lens.space().equals(Optional.ofNullable(name));
        return Line.choice(null, title, present, () -> look(name));
    }

    /// Shows the page anew, with its frame, and remembers the choice for the account.
    private void look(@Nullable String name) {
        lens.look(name);
        appearance.change(preference -> preference.space(name == null ? "" : name));
        UI.getCurrent().refreshCurrentRoute(true);
    }
}
