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
@Tag("dialog")
final class Shortcuts extends HtmlContainer {

    private final transient Appearance appearance;
    private final transient Map<String, String> paths = new LinkedHashMap<>();
    private final Checkbox enabled = new Checkbox("Keys without Ctrl do something");

    Shortcuts(Ways ways, Appearance appearance) {
        this.appearance = appearance;
        addClassName("shortcuts");
        getElement().setAttribute("aria-labelledby", "shortcuts-title");
        H2 title = new H2("Keyboard shortcuts");
        title.setId("shortcuts-title");
        Header header = new Header(title, Keys.of("Esc"));
        enabled.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                appearance.change(preference -> preference.shortcuts(change.getValue()));
            }
        });
        appearance.watch(preference -> {
            enabled.setValue(preference.shortcuts());
            getElement().setAttribute("data-enabled", String.valueOf(preference.shortcuts()));
        });
        Keys.Lines lines = new Keys.Lines()
                .title("Everywhere")
                .line("Search and commands", "Ctrl K")
                .line("Search and commands", "/")
                .line("Narrow or widen the menu", "[")
                .line("This list", "?");
        Map<String, String> letters = ways.letters();
        for (MenuEntry entry : ways.menu()) {
            @Nullable String letter = letters.get(Ways.path(entry.path()));
            if (letter != null) {
                paths.put(letter, Ways.path(entry.path()));
                lines.line("Go to " + entry.title(), "g " + letter);
            }
        }
        lines.title("In the catalog's list")
                .line("Next and previous row", "↓ ↑")
                .line("Open", "Enter")
                .line("Preview", "p")
                .line("Select", "x")
                .line("Star", "s");
        Div foot = new Div(
                enabled,
                Text.hint("Never while you type in a field. Ctrl K always works.")
                        .styled("small"));
        foot.addClassName("foot");
        add(header, lines.list(), foot);
        getElement().setAttribute("data-letters", String.join("", paths.keySet()));
    }

    /// The letter typed after `g`.
    @ClientCallable
    void go(String letter) {
        @Nullable String path = paths.get(letter);
        if (path != null) {
            UI.getCurrent().navigate(path);
        }
    }

    /// The browser has narrowed or widened the drawer.
    @ClientCallable
    void narrow(boolean narrow) {
        appearance.change(preference -> preference.narrow(narrow));
    }

    /// Shows the list.
    void open() {
        getElement().executeJs("this.open || this.showModal()");
    }
}
