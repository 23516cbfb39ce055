package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Relation;
import dev.portico.look.EntityLink;
import dev.portico.look.Icon;
import dev.portico.look.KindTile;
import dev.portico.look.Symbol;
import java.util.List;
import java.util.Locale;

/// The entity between what leads to it and what it leads to, laid out on the server: three columns of boxes, and
/// curves in the gaps. Shows the nearest few on each side; the lists have them all.
final class RelationGraph extends Div {

    private static final int MOST = 5;
    private static final int ROW = 52;

    RelationGraph(EntitySummary entity, List<Relation> relations, String all) {
        addClassName("graph");
        List<Relation> drawn = drawn(relations);
        List<Relation> left = drawn.stream()
                .filter(relation -> RelationWords.inward(relation.type()))
                .toList();
        List<Relation> right = drawn.stream()
                .filter(relation -> !RelationWords.inward(relation.type()))
                .toList();
        int rows = Math.max(1, Math.max(shown(left), shown(right)));
        add(
                column(left, all),
                curves(left, rows, true),
                centre(entity),
                curves(right, rows, false),
                column(right, all));
    }

    /// Owner and system stand beside the graph already, so they are drawn only where its left side would be empty.
    private static List<Relation> drawn(List<Relation> relations) {
        List<Relation> drawn = relations.stream()
                .filter(relation ->
                        !relation.type().equals("ownedBy") && !relation.type().equals("partOf"))
                .toList();
        boolean leftSide = drawn.stream().anyMatch(relation -> RelationWords.inward(relation.type()));
        return leftSide ? drawn : relations;
    }

    private static int shown(List<Relation> side) {
        return Math.min(side.size(), MOST);
    }

    private static Div column(List<Relation> side, String all) {
        Div column = new Div();
        column.addClassName("side");
        int fit = side.size() > MOST ? MOST - 1 : side.size();
        side.stream().limit(fit).map(RelationGraph::node).forEach(column::add);
        if (fit < side.size()) {
            Anchor more = new Anchor(all, side.size() - fit + " more");
            more.addClassNames("node", "more");
            column.add(more);
        }
        return column;
    }

    private static Component node(Relation relation) {
        EntitySummary entity = relation.entity();
        String how = RelationWords.of(relation.type()).toLowerCase(Locale.ROOT);
        if (entity == null) {
            Span tile = new Span(new Icon(Symbol.CIRCLE_DASHED));
            tile.addClassNames("tile", "sm");
            Span lost = new Span(tile, words(relation.target().shortName(), "not in the catalog"));
            lost.addClassNames("node", "lost");
            return lost;
        }
        Anchor node = new Anchor(EntityLink.address(entity.ref()));
        node.addClassName("node");
        node.add(new KindTile(entity.kind(), entity.type(), KindTile.Size.SMALL), words(entity.label(), how));
        return node;
    }

    private static Div centre(EntitySummary entity) {
        Div node = new Div(
                new KindTile(entity.kind(), entity.type(), KindTile.Size.SMALL),
                words(
                        entity.label(),
                        "this "
                                + (entity.kind().equals("API")
                                        ? "API"
                                        : entity.kind().toLowerCase(Locale.ROOT))));
        node.addClassNames("node", "me");
        Div column = new Div(node);
        column.addClassName("side");
        return column;
    }

    private static Span words(String name, String how) {
        Span first = new Span(name);
        first.addClassName("clip");
        Span second = new Span(how);
        second.addClassNames("how", "clip");
        Span words = new Span(first, second);
        words.addClassName("words");
        return words;
    }

    /// The curves of one side: from each box to the middle of the drawing's height.
    private static Div curves(List<Relation> side, int rows, boolean leftSide) {
        int count = shown(side);
        int height = rows * ROW;
        int middle = height / 2;
        int top = (height - count * ROW) / 2;
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 100 " + height + "\" preserveAspectRatio=\"none\">");
        for (int at = 0; at < count; at++) {
            int y = top + at * ROW + ROW / 2;
            boolean lost = at < side.size() && side.get(at).entity() == null && !(side.size() > MOST && at == MOST - 1);
            svg.append("<path class=\"").append(lost ? "lost" : "").append("\" d=\"");
            if (leftSide) {
                svg.append("M0 ")
                        .append(y)
                        .append("C55 ")
                        .append(y)
                        .append(" 45 ")
                        .append(middle);
                svg.append(" 100 ").append(middle);
            } else {
                svg.append("M0 ")
                        .append(middle)
                        .append("C55 ")
                        .append(middle)
                        .append(" 45 ")
                        .append(y);
                svg.append(" 100 ").append(y);
            }
            svg.append("\"/>");
        }
        Div curves = new Div();
        curves.addClassName("curves");
        curves.getElement().setAttribute("aria-hidden", "true").setProperty("innerHTML", svg + "</svg>");
        return curves;
    }
}
