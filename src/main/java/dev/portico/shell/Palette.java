package dev.portico.shell;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Readers;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds and does anything from the keyboard: entities, people, pages, actions.
///
/// The browser opens it, moves the mark and chooses by itself (`shell.js`), so keys never wait for the server. The
/// server fills it with rows as words are typed. Rows that lead somewhere are links, so that a new tab works as
/// everywhere.
@Tag("dialog")
final class Palette extends HtmlContainer {

    private static final int LONGEST = 200;

    /// The field and the keys below never change: the same text for all sessions.
    private static final String ASK = """
            <span class="i" aria-hidden="true"><svg><use href="%s"></use></svg></span>
            <input type="text" role="combobox" aria-label="Search or do something" aria-controls="palette-results"
              aria-expanded="true" aria-autocomplete="list" placeholder="Search entities, people, pages and actions"
              autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="%d">
            """.formatted(Symbol.SEARCH.address(), LONGEST) + Keys.alone("Esc");
    private static final String KEYS =
            Keys.does("↑ ↓", "choose") + Keys.does("Enter", "open") + Keys.does("Ctrl Enter", "new tab");

    private final transient PaletteSearch search;
    private final transient Uses uses;
    private final transient Readers readers;
    private final Div nothing = new Div();
    private final Div results = new Div();
    private final Span said = new Span();
    private transient List<Found> shown = List.of();
    private boolean everywhere;

    Palette(PaletteSearch search, Uses uses, Readers readers) {
        this.search = search;
        this.uses = uses;
        this.readers = readers;
        addClassName("palette");
        getElement().setAttribute("aria-label", "Search and commands");
        results.setId("palette-results");
        results.addClassName("results");
        results.getElement().setAttribute("aria-label", "Results");
        Div ask = new Div();
        ask.addClassName("ask");
        ask.getElement().setProperty("innerHTML", ASK);
        nothing.addClassName("nothing");
        nothing.setVisible(false);
        add(ask, nothing, results, foot());
    }

    /// The browser opened it: shows what the reader used lately.
    @ClientCallable
    void opened() {
        everywhere = false;
        find("");
    }

    /// The reader typed: shows what that may mean.
    @ClientCallable
    void typed(String text) {
        find(text);
    }

    private void find(String text) {
        String asked = text.strip();
        String words = asked.substring(0, Math.min(LONGEST, asked.length()));
        List<PaletteSearch.Group> groups =
                new ArrayList<>(words.isEmpty() ? search.first(everywhere) : search.find(words, everywhere));
        PaletteSearch.space(everywhere)
                .ifPresent(space -> groups.add(
                        PaletteSearch.Group.beside("Beyond " + space, Found.beyond(words, () -> widen(text)))));
        show(text, groups);
    }

    /// Looks in all spaces until it is opened again.
    private void widen(String text) {
        everywhere = true;
        find(text);
    }

    /// The reader chose a row that does something. A number that no row has comes from a list that has gone meanwhile.
    @ClientCallable
    void chosen(int row) {
        if (row >= 0 && row < shown.size()) {
            Found found = shown.get(row);
            if (!found.item().isEmpty()) {
                uses.count(readers.current(), found.item());
            }
            found.run().run();
        }
    }

    private void show(String text, List<PaletteSearch.Group> groups) {
        List<Found> rows = new ArrayList<>();
        results.removeAll();
        for (PaletteSearch.Group group : groups) {
            Div title = new Div(group.title());
            title.addClassName("label");
            title.setId("palette-group-" + rows.size());
            Div box = new Div(title);
            box.getElement()
                    .setAttribute("role", "group")
                    .setAttribute("aria-labelledby", "palette-group-" + rows.size());
            for (Found found : group.rows()) {
                box.add(new PaletteRow(found, rows.size(), text));
                rows.add(found);
            }
            results.add(box);
        }
        shown = List.copyOf(rows);
        long hits = groups.stream()
                .filter(PaletteSearch.Group::found)
                .mapToLong(group -> group.rows().size())
                .sum();
        Optional<String> space = PaletteSearch.space(everywhere);
        String within = space.map(name -> " in " + name).orElse("");
        nothing.setText("Nothing" + within + " is called “" + text.strip() + "”.");
        nothing.setVisible(hits == 0 && !text.isBlank());
        if (rows.isEmpty()) {
            results.getElement().removeAttribute("role");
        } else {
            results.getElement().setAttribute("role", "listbox");
        }
        getElement().setAttribute("data-query", text);
        said.setText((hits == 0 ? "Nothing found" : Words.count(hits, "result", "results")) + within);
    }

    private Div foot() {
        said.addClassName("said");
        said.getElement().setAttribute("role", "status");
        Span keys = new Span();
        keys.addClassName("does");
        keys.getElement().setProperty("innerHTML", KEYS);
        Div foot = new Div(keys, said);
        foot.addClassName("foot");
        return foot;
    }
}
