package dev.portico.catalog.ui;

import dev.portico.look.PageTabs;
import dev.portico.look.Words;
import java.util.List;
import java.util.Locale;

/// How a graph is shown.
enum GraphForm {
    /// Drawn; as a tree where there is no room for a drawing.
    USUAL,
    GRAPH,
    TREE,
    TABLE;

    /// A graph in each form.
    ///
    /// @param narrow whether it is shown on a phone
    static PageTabs tabs(GraphAddress address, boolean narrow) {
        PageTabs tabs = new PageTabs("Form");
        for (GraphForm form : List.of(GRAPH, TREE, TABLE)) {
            String word = Words.capital(form.name().toLowerCase(Locale.ROOT));
            tabs.tab(word, address.as(form).address(), form == address.form(narrow));
        }
        return tabs;
    }
}
