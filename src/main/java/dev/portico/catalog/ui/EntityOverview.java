package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import dev.portico.catalog.Entity;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Problem;
import dev.portico.catalog.Relation;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Actions;
import dev.portico.look.Badge;
import dev.portico.look.Card;
import dev.portico.look.EntityLink;
import dev.portico.look.Facts;
import dev.portico.look.Icon;
import dev.portico.look.KindTile;
import dev.portico.look.KindWords;
import dev.portico.look.Note;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The first tab of an entity: problems on top, what it is, how it hangs together, where it was read from.
final class EntityOverview extends Div {

    private static final int NOTES = 2;
    private static final int LONG_DESCRIPTION = 160;
    private static final int MOST_LINKS = 12;
    /// As the blast radius counts: an API is nothing without the component that provides it.
    private static final Set<String> DEPENDANTS = Set.of("dependencyOf", "apiConsumedBy", "providesApi");
    private static final Set<String> DEPENDED_ON = Set.of("component", "api", "resource");

    /// What the card of the source says in better words.
    private static final Set<String> SAID_ELSEWHERE =
            Set.of("backstage.io/managed-by-location", "backstage.io/managed-by-origin-location");

    private final transient Entity entity;
    private final transient EntitySummary summary;
    private final transient EntityDocument document;

    EntityOverview(Entity entity, EntityDocument document, WhyPanel why) {
        this.entity = entity;
        this.summary = entity.summary();
        this.document = document;
        addClassName("cards");
        addNotes();
        Div main = new Div(about(), relations());
        main.addClassName("cards");
        Div side = new Div(source());
        side.addClassName("cards");
        addPairs(side, "Labels", document.labels());
        Map<String, String> annotations = new LinkedHashMap<>(document.annotations());
        annotations.keySet().removeAll(SAID_ELSEWHERE);
        addPairs(side, "Annotations", annotations);
        side.add(why);
        Div columns = new Div(main, side);
        columns.addClassName("entity-columns");
        add(columns);
    }

    private void addNotes() {
        if (summary.orphan()) {
            add(new Note(State.WARNING, "No source places this entity any more.")
                    .say("It stays as it was last read. Register its file again, or remove it."));
        }
        EntityNotes.lastGood(entity).ifPresent(this::add);
        List<Problem> problems = entity.problems();
        problems.stream().limit(NOTES).map(ProblemNotes::brief).forEach(note -> {
            note.actions(Actions.link("Show the place", EntityTab.PROBLEMS.address(summary.ref())));
            add(note);
        });
        if (problems.size() > NOTES) {
            String more = Words.count(problems.size() - NOTES, "more problem", "more problems");
            add(Actions.link(more, EntityTab.PROBLEMS.address(summary.ref())));
        }
    }

    private Card about() {
        Facts left = new Facts();
        if (!people()) {
            left.fact("Owner", named(summary.owner(), Symbol.USERS));
        }
        addAbove(left);
        left.fact("Tags", badges(summary.tags()));
        email().ifPresent(email -> left.fact("Mail", email));
        Facts right = new Facts()
                .fact("Kind", kind())
                .fact("Lifecycle", Words.capital(summary.lifecycle()))
                .fact("Reference", Text.mono(summary.ref().toString()))
                .fact("Changed", new RelativeTime(summary.updated()));
        if (DEPENDED_ON.contains(summary.kind().toLowerCase(Locale.ROOT))) {
            left.fact("Dependants", dependants());
        }
        List<EntityDocument.Link> links = document.links();
        if (!links.isEmpty()) {
            right.fact("Links", links.stream().map(EntityOverview::link).toArray(Component[]::new));
        }
        Div facts = new Div(left, right);
        facts.addClassName("two");
        Card card = new Card("About");
        if (document.description().length() > LONG_DESCRIPTION) {
            Paragraph whole = new Paragraph(document.description());
            whole.addClassName("whole");
            card.body(whole);
        }
        return card.body(facts);
    }

    /// How many depend on it directly, and the way to those beyond.
    private Component dependants() {
        long count = entity.relations().stream()
                .filter(relation -> DEPENDANTS.contains(relation.type()) && relation.entity() != null)
                .map(Relation::target)
                .distinct()
                .count();
        if (count == 0) {
            return Text.hint("None");
        }
        String radius = GraphAddress.around(summary.ref()).blastRadius().address();
        return Actions.link(Words.count(count, "entity", "entities") + " directly", radius);
    }

    private boolean people() {
        return summary.kind().equalsIgnoreCase("user") || summary.kind().equalsIgnoreCase("group");
    }

    private String kind() {
        return summary.type().isEmpty() ? summary.kind() : summary.kind() + ", " + KindWords.type(summary.type());
    }

    /// What the entity is a part of, whatever that is called for its kind.
    private void addAbove(Facts facts) {
        switch (summary.kind().toLowerCase(Locale.ROOT)) {
            case "group" -> facts.fact("Parent", all("childOf")).fact("Members", memberCount());
            case "user" -> facts.fact("Groups", all("memberOf"));
            case "system", "domain" -> facts.fact("Domain", all("partOf"));
            case "location", "template" -> {}
            default -> facts.fact("System", named(summary.system(), Symbol.LAYERS));
        }
    }

    private Component[] all(String type) {
        Component[] links = entity.relations().stream()
                .filter(relation -> relation.type().equals(type))
                .limit(MOST_LINKS)
                .map(relation -> relation.entity() == null
                        ? EntityLink.missing(relation.target())
                        : link(relation, Symbol.USERS))
                .toArray(Component[]::new);
        return links.length == 0 ? new Component[] {Text.hint("None")} : links;
    }

    private String memberCount() {
        return Words.number(entity.relations().stream()
                .filter(relation -> relation.type().equals("hasMember"))
                .count());
    }

    private Optional<Component> email() {
        String email = document.spec("profile.email");
        if (email.isEmpty()) {
            return Optional.empty();
        }
        boolean plain = email.indexOf('@') > 0 && email.chars().noneMatch(Character::isWhitespace);
        return Optional.of(plain ? new Anchor("mailto:" + email, email) : Text.mono(email));
    }

    private Component named(@Nullable EntityRef ref, Symbol symbol) {
        if (ref == null) {
            return Text.hint("None");
        }
        return entity.relations().stream()
                .filter(relation -> relation.target().equals(ref) && relation.entity() != null)
                .findFirst()
                .<Component>map(relation -> link(relation, symbol))
                .orElseGet(() -> EntityLink.missing(ref));
    }

    private static EntityLink link(Relation relation, Symbol symbol) {
        EntitySummary other = relation.entity();
        String label = other == null ? relation.target().shortName() : other.label();
        Symbol sign = other == null ? symbol : KindTile.symbol(other.kind(), other.type());
        return new EntityLink(relation.target(), label, sign);
    }

    private static Component[] badges(List<String> tags) {
        return tags.isEmpty()
                ? new Component[] {Text.hint("None")}
                : tags.stream().map(Badge::new).toArray(Component[]::new);
    }

    private static Anchor link(EntityDocument.Link link) {
        Anchor anchor = new Anchor(link.url(), link.title(), AnchorTarget.BLANK);
        anchor.getElement().setAttribute("rel", "noopener noreferrer");
        return anchor;
    }

    private Card relations() {
        String all = EntityTab.RELATIONS.address(summary.ref());
        List<Relation> relations = entity.relations();
        Card card = new Card("Relations").count(Words.number(relations.size()));
        if (relations.isEmpty()) {
            return card.body(Text.second("Nothing in the catalog names this entity, and it names no other."));
        }
        String radius = GraphAddress.around(summary.ref()).blastRadius().address();
        return card.end(
                        Actions.link("Blast radius", radius),
                        Actions.link("Tree", all + "?form=tree"),
                        Actions.link("All relations", all))
                .body(new RelationGraph(summary, relations, all));
    }

    private Card source() {
        Facts facts = new Facts()
                .fact("Source", new Anchor("sources/" + entity.source(), entity.source()))
                .fact("File", file());
        facts.fact("Last read", entity.lastRead() == null ? Text.hint("Never") : new RelativeTime(entity.lastRead()));
        Facts marks =
                new Facts().fact("UID", Text.mono(summary.uid().toString())).fact("ETag", Text.mono(entity.etag()));
        return new Card("Where it comes from").body(facts, new NativeDetails("For programs", marks));
    }

    private Component file() {
        String location = ProblemNotes.file(entity.location());
        String view = entity.viewUrl();
        if (view == null || !EntityDocument.followable(view)) {
            return Text.path(location);
        }
        Anchor link = new Anchor(view, Text.path(location), Icon.small(Symbol.EXTERNAL_LINK));
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        link.addClassName("file");
        return link;
    }

    /// A value that is an address becomes a link.
    private static Component value(String value) {
        return EntityDocument.followable(value) && value.chars().noneMatch(Character::isWhitespace)
                ? link(new EntityDocument.Link(value, value))
                : Text.mono(value);
    }

    private static void addPairs(Div side, String title, Map<String, String> pairs) {
        if (!pairs.isEmpty()) {
            Div list = new Div();
            list.addClassName("pairs");
            pairs.forEach((key, value) -> list.add(new Div(Text.hint(key).styled("mono"), value(value))));
            side.add(new Card(title).count(Words.number(pairs.size())).body(list));
        }
    }
}
