package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.EntityHit;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.EntityRef;
import dev.portico.look.EntityLink;
import dev.portico.look.KindTile;
import dev.portico.look.KindWords;
import dev.portico.look.Row;
import dev.portico.look.Text;
import dev.portico.look.Words;
import dev.portico.search.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One hit in three lines: what it is called, what it is for, whose it is. Found words are marked where they stand;
/// where none of these lines has any, a fourth says where they do.
final class SearchHit extends ListItem {

    private static final Set<String> NAMES = Set.of("name", "title", "display name");
    private static final String DESCRIPTION = "description";

    private final transient EntityHit hit;
    private final transient EntitySummary entity;
    private final transient Map<EntityRef, String> titles;

    /// @param titles what owners and systems are called
    /// @param why    explains the hit; empty where nothing was looked for
    SearchHit(EntityHit hit, Map<EntityRef, String> titles, Optional<? extends Component> why) {
        this.hit = hit;
        this.entity = hit.entity();
        this.titles = titles;
        addClassName("hit");
        Div words = new Div(first());
        words.addClassNames("words", "grow");
        about().ifPresent(words::add);
        words.add(whose());
        elsewhere().ifPresent(words::add);
        add(new KindTile(entity.kind(), entity.type(), KindTile.Size.SMALL), words);
        why.ifPresent(this::add);
    }

    private Row first() {
        Anchor link = new Anchor(EntityLink.address(entity.ref()));
        link.addClassName("name");
        name().ifPresentOrElse(found -> link.add(new Highlight(found)), () -> link.setText(entity.label()));
        Row line = Row.line(link, Text.hint(EntityCells.type(entity)).styled("small", "nowrap"));
        String ref = entity.ref().shortName();
        if (!ref.equals(entity.label())) {
            line.add(Text.mono(ref).styled("hint", "clip"));
        }
        return line;
    }

    /// The passage that is the entity's whole name, as the page calls it.
    private Optional<Snippet> name() {
        return hit.snippets().stream()
                .filter(snippet -> Highlight.text(snippet).equals(entity.label()))
                .findFirst();
    }

    private Optional<Component> about() {
        Optional<Snippet> found = passage(DESCRIPTION);
        if (found.isPresent()) {
            return Optional.of(line(new Highlight(found.get()), "about"));
        }
        return entity.description().isEmpty()
                ? Optional.empty()
                : Optional.of(line(new Span(entity.description()), "about"));
    }

    private Component whose() {
        List<String> parts = new ArrayList<>();
        add(parts, entity.owner());
        add(parts, entity.system());
        if (!entity.lifecycle().isEmpty()) {
            parts.add(Words.capital(entity.lifecycle()));
        }
        if (parts.isEmpty()) {
            parts.add(KindWords.kind(entity.kind()));
        }
        return line(new Span(String.join(" · ", parts)), "hint");
    }

    private void add(List<String> parts, @Nullable EntityRef ref) {
        if (ref != null) {
            String title = titles.getOrDefault(ref, ref.shortName());
            if (!parts.contains(title)) {
                parts.add(title);
            }
        }
    }

    private Optional<Component> elsewhere() {
        boolean seen = hit.snippets().stream()
                .anyMatch(snippet ->
                        NAMES.contains(snippet.label()) || snippet.label().equals(DESCRIPTION));
        return seen ? Optional.empty() : hit.snippets().stream().findFirst().map(SearchHit::found);
    }

    private static Component found(Snippet snippet) {
        Div passage = new Div(Text.hint(Words.capital(snippet.label())), new Highlight(snippet));
        passage.addClassName("passage");
        return passage;
    }

    private Optional<Snippet> passage(String label) {
        return hit.snippets().stream()
                .filter(snippet -> snippet.label().equals(label))
                .findFirst();
    }

    private static Span line(Span words, String look) {
        words.addClassNames(look, "small");
        return words;
    }
}
