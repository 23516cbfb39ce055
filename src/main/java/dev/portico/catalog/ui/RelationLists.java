package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Relation;
import dev.portico.look.Badge;
import dev.portico.look.Card;
import dev.portico.look.EmptyState;
import dev.portico.look.EntityLink;
import dev.portico.look.Icon;
import dev.portico.look.KindTile;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The relations as lists, one card for each kind of relation.
final class RelationLists extends Div {

    private static final int MOST = 200;

    RelationLists(List<Relation> relations) {
        addClassName("relation-lists");
        Map<String, List<Relation>> byType =
                new TreeMap<>(Comparator.comparingInt(RelationWords::rank).thenComparing(Comparator.naturalOrder()));
        relations.forEach(relation -> byType.computeIfAbsent(relation.type(), type -> new ArrayList<>())
                .add(relation));
        byType.forEach((type, ofType) -> add(card(type, ofType)));
        if (relations.isEmpty()) {
            add(new EmptyState(
                    "No relations", "Nothing in the catalog names this entity, and its descriptor names no other."));
        }
    }

    private static Card card(String type, List<Relation> relations) {
        Component[] rows =
                relations.stream().limit(MOST).map(RelationLists::row).toArray(Component[]::new);
        Card card = new Card(RelationWords.of(type))
                .count(Words.number(relations.size()))
                .rows(rows);
        if (relations.size() > MOST) {
            card.rows(Row.item(Text.hint(Words.number(relations.size() - MOST) + " more are not shown.")));
        }
        return card;
    }

    private static Row row(Relation relation) {
        EntitySummary entity = relation.entity();
        if (entity == null) {
            Span tile = new Span(new Icon(Symbol.CIRCLE_DASHED));
            tile.addClassNames("tile", "sm");
            return Row.item(
                    tile,
                    Text.mono(relation.target().toString()).styled("grow", "clip"),
                    new Badge(State.WARNING, "Not in the catalog"));
        }
        return Row.item(
                new KindTile(entity.kind(), entity.type(), KindTile.Size.SMALL),
                new EntityLink(entity.ref(), entity.label()).ink(),
                Text.hint(entity.description()).styled("small", "grow", "clip"),
                Text.hint(EntityCells.type(entity)).styled("small", "nowrap"));
    }
}
