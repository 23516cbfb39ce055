package dev.portico.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import java.util.stream.Collectors;

/// Text that software wrote, with line numbers and a button that copies it. YAML keys and remarks get a colour.
///
/// The text is sent as one property with every character of HTML escaped, so a thousand lines cost one element on the
/// server. What lies beyond [#LINES] lines is left out, and the block says so.
public final class CodeBlock extends Div {

    /// How many lines are shown at most.
    public static final int LINES = 5_000;

    /// @param name what the text is, for the bar above it
    public CodeBlock(String name, String text) {
        addClassName("code");
        String[] lines = text.stripTrailing().split("\n", -1);
        Pre pre = new Pre();
        pre.getElement()
                .setProperty("innerHTML", html(lines))
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", name);
        Div bar = new Div(Text.hint(name).styled("small", "clip"), new CopyButton(text));
        bar.addClassName("bar");
        add(bar, pre);
        if (lines.length > LINES) {
            Text rest =
                    Text.hint(Words.number(lines.length - LINES) + " more lines are left out here; copy has them all.");
            add(Row.item(rest));
        }
    }

    /// Lets an address point at lines: `#L12` or `#L12-L20` marks them and brings them into view, and a click on a
    /// number puts it into the address.
    public CodeBlock addressed() {
        getElement().executeJs("""
                const lines = () => this.querySelectorAll('pre > span');
                const mark = scroll => {
                  const [from, to] = (location.hash.match(/\\d+/g) || []).map(Number);
                  const all = lines();
                  all.forEach((line, at) => line.classList.toggle('marked', at + 1 >= from && at + 1 <= (to || from)));
                  if (scroll && from && all[from - 1]) all[from - 1].scrollIntoView({block: 'center'});
                };
                this.querySelector('pre').onclick = event => {
                  const line = event.target.closest('pre > span');
                  if (!line || event.clientX - line.getBoundingClientRect().left > 48) return;
                  const number = [...lines()].indexOf(line) + 1;
                  const from = event.shiftKey && Number((location.hash.match(/\\d+/) || [])[0]);
                  const ends = from ? [Math.min(from, number), Math.max(from, number)] : [number];
                  history.replaceState(history.state, '', '#' + ends.map(end => 'L' + end).join('-'));
                  mark(false);
                };
                window.addEventListener('hashchange', () => this.isConnected && mark(true));
                requestAnimationFrame(() => mark(true));""");
        addClassName("addressed");
        return this;
    }

    private static String html(String[] lines) {
        return java.util.Arrays.stream(lines)
                .limit(LINES)
                .map(line -> "<span>" + highlighted(line) + "</span>")
                .collect(Collectors.joining());
    }

    private static String highlighted(String line) {
        String lead = line.strip();
        if (lead.startsWith("#")) {
            return "<i class=\"h\">" + escaped(line) + "</i>";
        }
        int colon = keyEnd(line);
        if (colon < 0) {
            return escaped(line);
        }
        return "<i class=\"k\">" + escaped(line.substring(0, colon)) + "</i>" + escaped(line.substring(colon));
    }

    /// Where the key of a YAML line ends, or -1 where the line has none.
    private static int keyEnd(String line) {
        int colon = line.indexOf(": ");
        int end = colon < 0 && line.endsWith(":") ? line.length() - 1 : colon;
        return end > 0 && line.substring(0, end).indexOf('"') < 0 ? end : -1;
    }

    /// A text with every character of HTML escaped.
    public static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(character);
            }
        }
        return html.toString();
    }
}
