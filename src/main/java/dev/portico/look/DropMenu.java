package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A button and the menu that it opens. The browser draws both with Vaadin's menu bar: as components, each line would
/// cost every session four kilobytes.
@Tag("portico-menu")
@Uses(MenuBar.class)
@Uses(Avatar.class)
@JsModule("./portico-menu.ts")
public class DropMenu extends Component implements HasStyle {

    private static final String NUMBER = "event.detail.number";
    private static final String WORDS = "words";

    private transient List<Line> lines = List.of();
    private int first;

    /// A line of a menu.
    ///
    /// @param words   what it says; empty for a rule between others
    /// @param sign    the sign before the words, where there is one
    /// @param about   further words below, for a line that tells something; then it does nothing
    /// @param checked whether it is the present choice; null where it is no choice
    /// @param action  what it does; null where it does nothing
    public record Line(
            String words,
            @Nullable Symbol sign,
            @Nullable String about,
            @Nullable Boolean checked,
            @Nullable Runnable action) {

        /// Does something.
        public static Line of(Symbol sign, String words, Runnable action) {
            return new Line(words, sign, null, null, action);
        }

        /// Chooses something.
        public static Line choice(@Nullable Symbol sign, String words, boolean checked, Runnable action) {
            return new Line(words, sign, null, checked, action);
        }

        /// Tells something.
        public static Line about(String words, String about) {
            return new Line(words, null, about, null, null);
        }

        /// A rule between others.
        public static Line rule() {
            return new Line("", null, null, null, null);
        }

        private ObjectNode json(int number) {
            ObjectNode json = JacksonUtils.createObjectNode();
            if (!words.isEmpty()) {
                json.put(WORDS, words);
            }
            if (sign != null) {
                json.put("sign", sign.address());
            }
            if (about != null) {
                json.put("about", about);
            }
            if (checked != null) {
                json.put("checked", checked);
            }
            if (action != null) {
                json.put("number", number);
            }
            return json;
        }
    }

    /// The button.
    ///
    /// @param name   what screen readers call it
    /// @param avatar the name of whose picture it shows; empty where it shows words
    public record Root(
            String name,
            @Nullable Symbol sign,
            String words,
            @Nullable Symbol suffix,
            String avatar) {

        /// A sign and words.
        public static Root of(Symbol sign, String words) {
            return new Root(words, sign, words, null, "");
        }

        private ObjectNode json() {
            return JacksonUtils.createObjectNode()
                    .put("name", name)
                    .put("sign", sign == null ? "" : sign.address())
                    .put(WORDS, words)
                    .put("suffix", suffix == null ? "" : suffix.address())
                    .put("avatar", avatar);
        }
    }

    /// A menu with nothing in it yet.
    protected DropMenu() {
        getElement()
                .addEventListener(
                        "menu-chosen",
                        made -> chosen(made.getEventData().path(NUMBER).asInt(-1)))
                .addEventData(NUMBER);
    }

    /// Shows these lines. A line that was there before cannot be chosen any more.
    protected final void show(Root root, List<Line> present) {
        first += lines.size();
        lines = List.copyOf(present);
        ArrayNode shown = JacksonUtils.createArrayNode();
        for (int at = 0; at < lines.size(); at++) {
            shown.add(lines.get(at).json(first + at));
        }
        ObjectNode menu = JacksonUtils.createObjectNode();
        menu.set("root", root.json());
        menu.set("lines", shown);
        getElement().setProperty("menu", menu.toString());
    }

    /// What the menu offers at present, without its rules.
    public final List<String> offered() {
        return lines.stream().map(Line::words).filter(words -> !words.isEmpty()).toList();
    }

    /// Does what the first line that begins so does.
    final void choose(String beginning) {
        List<String> words = new ArrayList<>();
        lines.forEach(line -> words.add(line.words()));
        int at = words.indexOf(words.stream()
                .filter(each -> each.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The menu has no " + beginning)));
        chosen(first + at);
    }

    /// A number that no line has comes from a menu that has changed meanwhile.
    private void chosen(int number) {
        int at = number - first;
        if (isVisible() && at >= 0 && at < lines.size()) {
            @Nullable Runnable action = lines.get(at).action();
            if (action != null) {
                action.run();
            }
        }
    }
}
