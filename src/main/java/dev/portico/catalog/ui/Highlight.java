package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.portico.search.Snippet;

/// A passage in which found words are marked.
final class Highlight extends Span {

    private static final int BEFORE = 60;
    private static final int MOST = 220;

    private int left = MOST;

    Highlight(Snippet snippet) {
        boolean before = true;
        for (Snippet.Part part : snippet.parts()) {
            boolean opening = before && !part.found();
            before &= opening;
            add(part, opening);
        }
    }

    /// Of a long passage, what stands around the first found words.
    private void add(Snippet.Part part, boolean opening) {
        String text = part.text();
        if (left <= 0) {
            return;
        }
        if (opening && text.length() > BEFORE) {
            text = "…" + text.substring(text.length() - BEFORE);
        }
        if (text.length() > left) {
            text = text.substring(0, left) + "…";
        }
        left -= text.length();
        getElement().appendChild(part.found() ? new Element("mark").setText(text) : Element.createText(text));
    }

    /// The passage as plain text.
    static String text(Snippet snippet) {
        StringBuilder text = new StringBuilder();
        snippet.parts().forEach(part -> text.append(part.text()));
        return text.toString();
    }
}
