package dev.portico.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/// Keys, drawn as on a keyboard.
final class Keys {

    private Keys() {}

    /// One key.
    static HtmlContainer key(String name) {
        return new Key(name);
    }

    /// Keys pressed one after the other, separated by blanks: `g c`.
    static Span of(String sequence) {
        Span keys = new Span();
        keys.addClassName("keys");
        for (String name : sequence.split(" ", -1)) {
            keys.add(key(name));
        }
        return keys;
    }

    @Tag("kbd")
    private static final class Key extends HtmlContainer {
        private Key(String name) {
            setText(name);
        }
    }
}
