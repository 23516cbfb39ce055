package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.Facet;
import dev.portico.catalog.FacetValue;
import dev.portico.catalog.ProblemKind;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import dev.portico.look.HomeCard;
import dev.portico.look.Icon;
import dev.portico.look.KindTile;
import dev.portico.look.State;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// How much of each kind there is to read, each count a way into the catalog.
@org.springframework.stereotype.Component
final class GlanceCard implements HomeCard {

    private final Catalog catalog;

    GlanceCard(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "glance";
    }

    @Override
    public String title() {
        return "Catalog";
    }

    @Override
    public String about() {
        return "How much of each kind the catalog holds, and how much of it has problems.";
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Set<String> follows() {
        return Set.of(CatalogEvents.ENTITIES);
    }

    @Override
    public Consumer<Card> read(Reader reader) {
        Map<Facet, List<FacetValue>> counts =
                catalog.facets(Set.of(Facet.KIND, Facet.PROBLEM), CatalogQuery.everything(), reader);
        List<FacetValue> kinds = counts.getOrDefault(Facet.KIND, List.of());
        List<FacetValue> problems = counts.getOrDefault(Facet.PROBLEM, List.of());
        return card -> fill(card, kinds, problems);
    }

    private static void fill(Card card, List<FacetValue> kinds, List<FacetValue> problems) {
        if (kinds.isEmpty()) {
            card.body(HomeRows.none(
                    "The catalog holds nothing that your roles let you read.", "See your roles", "profile"));
            return;
        }
        card.count(Words.number(kinds.stream().mapToLong(FacetValue::count).sum()));
        card.end(HomeRows.all("catalog"));
        List<Component> lines = new ArrayList<>();
        for (FacetValue kind : kinds) {
            Span tile = new Span(new Icon(KindTile.symbol(kind.value(), "")));
            tile.addClassNames("tile", "sm", KindTile.className(kind.value(), ""));
            String address = "catalog?kind=" + kind.value().toLowerCase(Locale.ROOT);
            lines.add(line(address, tile, kind.value(), kind.count()));
        }
        long wrong = HomeRows.count(problems, ProblemKind.ANY);
        if (wrong > 0) {
            State state = State.ofErrors(HomeRows.count(problems, ProblemKind.ERROR));
            Span tile = new Span(new Icon(state.symbol()));
            tile.addClassNames("tile", "sm", "state-tile", state.className());
            lines.add(line("catalog?problem=" + ProblemKind.ANY, tile, "With problems", wrong));
        }
        Div list = new Div(lines.toArray(Component[]::new));
        list.addClassName("glance");
        card.add(list);
    }

    private static Component line(String address, Component tile, String word, long count) {
        Anchor line = new Anchor(address);
        Span name = new Span(word);
        name.addClassNames("grow", "clip");
        line.add(tile, name, HomeRows.number(count));
        return line;
    }
}
