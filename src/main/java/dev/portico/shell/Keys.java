package dev.portico.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.springframework.web.util.HtmlUtils;

/// Keys, drawn as on a keyboard. They stand in every session's frame, so each is one element to the server, whatever it
/// is drawn with.
final class Keys {

    private Keys() {}

    /// Keys pressed one after the other, separated by blanks: `g c`.
    static Span of(String sequence) {
        Span keys = new Span();
        keys.addClassName("keys");
        keys.getElement().setProperty("innerHTML", drawn(sequence));
        return keys;
    }

    /// The same as HTML.
    static String alone(String sequence) {
        return "<span class=\"keys\">" + drawn(sequence) + "</span>";
    }

    /// Keys as HTML, with what they do behind them.
    static String does(String sequence, String does) {
        return "<span>" + drawn(sequence) + "<span>" + HtmlUtils.htmlEscape(does) + "</span></span>";
    }

    /// A list of keys and what each does.
    static final class Lines {

        private final StringBuilder lines = new StringBuilder();

        /// @param what plain text
        Lines line(String what, String sequence) {
            lines.append("<div class=\"line\"><span>")
                    .append(HtmlUtils.htmlEscape(what))
                    .append("</span>")
                    .append(alone(sequence))
                    .append("</div>");
            return this;
        }

        /// What the lines below are about.
        Lines title(String title) {
            lines.append("<h3>").append(HtmlUtils.htmlEscape(title)).append("</h3>");
            return this;
        }

        /// The list as one element.
        Div list() {
            Div list = new Div();
            list.addClassName("list");
            // It may be longer than the screen, and is then moved by the arrow keys.
            list.getElement()
                    .setAttribute("tabindex", "0")
                    .setAttribute("role", "region")
                    .setAttribute("aria-label", "Keys");
            list.getElement().setProperty("innerHTML", lines.toString());
            return list;
        }
    }

    private static String drawn(String sequence) {
        StringBuilder drawn = new StringBuilder();
        for (String name : sequence.split(" ", -1)) {
            drawn.append("<kbd>").append(HtmlUtils.htmlEscape(name)).append("</kbd>");
        }
        return drawn.toString();
    }
}
