package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.BlastRadius;
import dev.portico.catalog.Entity;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Actions;
import dev.portico.look.Badge;
import dev.portico.look.Card;
import dev.portico.look.EntityLink;
import dev.portico.look.Facts;
import dev.portico.look.KindTile;
import dev.portico.look.Note;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Beside the graph: what is picked, and what breaks if the root changes.
final class GraphSide extends Div {

    private static final int OWNERS = 8;
    private static final int LAYERS = 4;

    private final Div picked = new Div();
    private final transient EntityLabels labels;

    /// @param labels     what the owners and systems are called that the reader may read
    /// @param everything where all of the blast radius is drawn
    GraphSide(BlastRadius radius, EntityLabels labels, String everything) {
        this.labels = labels;
        addClassNames("graph-side", "cards");
        picked.getElement().setAttribute("aria-live", "polite");
        add(picked, blast(radius, everything));
    }

    /// Shows what is picked.
    ///
    /// @param found  the entity, where the reader may read it
    /// @param around the address of the graph around it; null where it is the root
    void show(EntityRef ref, Optional<Entity> found, @Nullable String around) {
        picked.removeAll();
        picked.add(found.map(entity -> facts(entity.summary(), around)).orElseGet(() -> lost(ref)));
    }

    private Card facts(EntitySummary entity, @Nullable String around) {
        Span name = new Span(entity.label());
        name.addClassNames("clip", "strong");
        Row head = Row.line(
                new KindTile(entity.kind(), entity.type(), KindTile.Size.SMALL),
                name,
                new Badge(EntityCells.type(entity)));
        Facts facts = new Facts().fact("Reference", Text.mono(entity.ref().toString()));
        if (entity.owner() != null) {
            facts.fact("Owner", named(entity.owner()));
        }
        if (entity.system() != null) {
            facts.fact("System", named(entity.system()));
        }
        facts.fact("Lifecycle", Words.capital(entity.lifecycle()));
        if (entity.problems() > 0) {
            facts.fact(
                    "Problems",
                    new Badge(State.ofErrors(entity.errors()), Words.count(entity.problems(), "problem", "problems")));
        }
        Row links =
                Row.line(new Anchor(EntityLink.address(entity.ref()), "Open")).styled("wrap");
        if (around != null) {
            links.add(new Anchor(around, "Graph from here"));
        }
        Card card = new Card("Selected");
        if (entity.description().isEmpty()) {
            return card.body(head, facts, links);
        }
        return card.body(head, Text.second(entity.description()).styled("small", "about"), facts, links);
    }

    /// A link where there is something to open.
    private Component named(EntityRef ref) {
        return labels.known().containsKey(ref) ? new EntityLink(ref, labels.of(ref)) : EntityLink.missing(ref);
    }

    private Component owner(BlastRadius.OwnerCount owner) {
        EntityRef ref = owner.owner();
        return labels.known().containsKey(ref) ? new EntityLink(ref, owner.label()).ink() : EntityLink.missing(ref);
    }

    private static Card lost(EntityRef ref) {
        return new Card("Selected")
                .body(
                        Text.mono(ref.toString()),
                        new Note(State.WARNING, "Not in the catalog.")
                                .say("An entity names it, but the catalog holds nothing of that name, or none of your"
                                        + " roles lets you read it."));
    }

    private Card blast(BlastRadius radius, String everything) {
        Card card = new Card("Blast radius");
        if (radius.entities() == 0) {
            return card.body(Text.second("Nothing in the catalog depends on it."));
        }
        String count = (radius.more() ? "More than " : "") + Words.count(radius.entities(), "entity", "entities");
        card.count(count).end(Actions.link("Show all", everything));
        Div body = new Div(
                Text.second(count + (radius.entities() == 1 ? " depends" : " depend") + " on it, "
                        + Words.number(radius.layers().getFirst()) + " of them directly."),
                new H3("By distance"),
                layers(radius),
                new H3("By kind"),
                kinds(radius));
        body.addClassName("blast");
        card.body(body);
        if (!radius.owners().isEmpty()) {
            card.body(new H3("Whom to tell")).rows(owners(radius));
        }
        return card;
    }

    private static Facts layers(BlastRadius radius) {
        Facts facts = new Facts();
        List<Integer> layers = radius.layers();
        for (int at = 0; at < Math.min(layers.size(), LAYERS); at++) {
            facts.fact(at == 0 ? "Directly" : Words.number(at + 1) + " steps", Words.number(layers.get(at)));
        }
        if (layers.size() > LAYERS) {
            int further = layers.stream().skip(LAYERS).mapToInt(count -> count).sum();
            facts.fact("Further", Words.number(further));
        }
        return facts;
    }

    private static Facts kinds(BlastRadius radius) {
        Facts facts = new Facts();
        radius.kinds().forEach(kind -> facts.fact(kind.kind(), Words.number(kind.count())));
        return facts;
    }

    private Row[] owners(BlastRadius radius) {
        List<Row> rows = new ArrayList<>();
        radius.owners().stream()
                .limit(OWNERS)
                .map(owner -> Row.item(
                        owner(owner), Text.hint(Words.number(owner.count())).styled("end")))
                .forEach(rows::add);
        if (radius.owners().size() > OWNERS) {
            rows.add(Row.item(Text.hint("and " + Words.number(radius.owners().size() - OWNERS) + " more")));
        }
        return rows.toArray(Row[]::new);
    }
}
