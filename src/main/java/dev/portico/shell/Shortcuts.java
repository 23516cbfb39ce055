package dev.portico.shell;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.server.menu.MenuEntry;
import dev.portico.look.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The keys that do something, as a list, and whether they do. The browser listens (`shell.js`), never while somebody
/// types in a field; keys with Ctrl always work.
///
/// The list is made when it is first asked for: most sessions never see it.
@Tag("dialog")
final class Shortcuts extends HtmlContainer {

    private final transient Ways ways;
    private final transient Appearance appearance;
    private boolean filled;

    Shortcuts(Ways ways, Appearance appearance) {
        this.ways = ways;
        this.appearance = appearance;
        addClassName("shortcuts");
        getElement().setAttribute("aria-labelledby", "shortcuts-title");
        appearance.watch(
                preference -> getElement().setAttribute("data-enabled", String.valueOf(preference.shortcuts())));
        getElement().setAttribute("data-letters", String.join("", paths().keySet()));
    }

    /// The pages that the reader may open, by their letters.
    private Map<String, MenuEntry> paths() {
        Map<String, String> letters = ways.letters();
        Map<String, MenuEntry> paths = new LinkedHashMap<>();
        for (MenuEntry entry : ways.menu()) {
            @Nullable String letter = letters.get(Ways.path(entry.path()));
            if (letter != null) {
                paths.put(letter, entry);
            }
        }
        return paths;
    }

    private void fill() {
        H2 title = new H2("Keyboard shortcuts");
        title.setId("shortcuts-title");
        Header header = new Header(title, Keys.of("Esc"));
        Checkbox enabled = new Checkbox("Keys without Ctrl do something");
        enabled.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                appearance.change(preference -> preference.shortcuts(change.getValue()));
            }
        });
        appearance.watch(preference -> enabled.setValue(preference.shortcuts()));
        Div foot = new Div(
                enabled,
                Text.hint("Never while you type in a field. Ctrl K always works.")
                        .styled("small"));
        foot.addClassName("foot");
        add(header, lines().list(), foot);
    }

    private Keys.Lines lines() {
        Keys.Lines lines = new Keys.Lines()
                .title("Everywhere")
                .line("Search and commands", "Ctrl K")
                .line("Search and commands", "/")
                .line("Narrow or widen the menu", "[")
                .line("This list", "?");
        paths().forEach((letter, entry) -> lines.line("Go to " + entry.title(), "g " + letter));
        return lines.title("In the catalog's list")
                .line("Next and previous row", "↓ ↑")
                .line("Open", "Enter")
                .line("Preview", "p")
                .line("Select", "x")
                .line("Star", "s");
    }

    /// The letter typed after `g`.
    @ClientCallable
    void go(String letter) {
        @Nullable MenuEntry entry = paths().get(letter);
        if (entry != null) {
            UI.getCurrent().navigate(Ways.path(entry.path()));
        }
    }

    /// The browser has narrowed or widened the drawer.
    @ClientCallable
    void narrow(boolean narrow) {
        appearance.change(preference -> preference.narrow(narrow));
    }

    /// Shows the list.
    @ClientCallable
    void open() {
        if (!filled) {
            filled = true;
            fill();
        }
        getElement().executeJs("this.open || this.showModal()");
    }
}
