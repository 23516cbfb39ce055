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
import dev.portico.look.Row;
import dev.portico.look.Text;
import dev.portico.look.Words;
import dev.portico.search.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One hit: what it is, whose it is, and the passages in which the words were found.
final class SearchHit extends ListItem {

    private static final int PASSAGES = 2;

    /// @param titles what owners are called
    /// @param why    explains the hit; empty where nothing was looked for
    SearchHit(EntityHit hit, Map<EntityRef, String> titles, Optional<? extends Component> why) {
        EntitySummary entity = hit.entity();
        addClassName("hit");
        Div words = new Div(first(hit), second(entity, titles));
        words.addClassNames("words", "grow");
        passages(hit).forEach(words::add);
        add(new KindTile(entity.kind(), entity.type(), KindTile.Size.MEDIUM), words);
        why.ifPresent(this::add);
    }

    private static Row first(EntityHit hit) {
        EntitySummary entity = hit.entity();
        Anchor link = new Anchor(EntityLink.address(entity.ref()));
        link.addClassName("name");
        name(hit).ifPresentOrElse(found -> link.add(new Highlight(found)), () -> link.setText(entity.label()));
        return Row.line(link, Text.mono(entity.ref().toString()).styled("hint", "clip"));
    }

    /// The passage that is the entity's whole name, as the page calls it.
    private static Optional<Snippet> name(EntityHit hit) {
        return hit.snippets().stream()
                .filter(snippet -> Highlight.text(snippet).equals(hit.entity().label()))
                .findFirst();
    }

    private static Span second(EntitySummary entity, Map<EntityRef, String> titles) {
        List<String> parts = new ArrayList<>();
        parts.add(EntityCells.kindWord(entity.kind()));
        if (!entity.type().isEmpty()) {
            parts.add(EntityCells.typeWord(entity.type()));
        }
        EntityRef owner = entity.owner();
        if (owner != null) {
            parts.add("owned by " + titles.getOrDefault(owner, EntityLink.shorten(owner)));
        }
        if (!entity.lifecycle().isEmpty()) {
            parts.add(Words.capital(entity.lifecycle()));
        }
        return Text.second(String.join(" · ", parts)).styled("small");
    }

    private static List<Div> passages(EntityHit hit) {
        Optional<Snippet> name = name(hit);
        List<Div> passages = new ArrayList<>();
        hit.snippets().stream()
                .filter(snippet -> !name.map(snippet::equals).orElse(false))
                .limit(PASSAGES)
                .forEach(snippet -> {
                    Div passage =
                            new Div(Text.hint(Words.capital(snippet.label())).styled("small"), new Highlight(snippet));
                    passage.addClassName("passage");
                    passages.add(passage);
                });
        return passages;
    }
}
