package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Entity;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Problem;
import dev.portico.catalog.Relation;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.Badge;
import dev.portico.look.CopyButton;
import dev.portico.look.EntityLink;
import dev.portico.look.Facts;
import dev.portico.look.Icon;
import dev.portico.look.KindTile;
import dev.portico.look.KindWords;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One entity beside the list, in short: what it is, what is wrong, who depends on it.
final class EntityPreview extends Aside {

    private static final int MOST = 6;
    private static final Set<String> USED_BY = Set.of("dependencyOf", "apiConsumedBy", "hasPart", "hasMember");

    private final transient Runnable close;
    private transient @Nullable EntityRef shown;

    EntityPreview(Runnable close) {
        this.close = close;
        addClassName("preview");
        getElement().setAttribute("aria-label", "Preview");
        setVisible(false);
    }

    /// Shows an entity; nothing where the reader may not read it or there is none.
    ///
    /// @return whether there is something to show
    boolean show(@Nullable EntityRef ref, Catalog catalog, Reader reader) {
        shown = ref;
        removeAll();
        if (ref != null) {
            catalog.entity(ref, reader).ifPresent(this::show);
        }
        setVisible(getComponentCount() > 0);
        return isVisible();
    }

    /// Shows the same entity anew where it is among those that have changed.
    void renew(Set<EntityRef> changed, Catalog catalog, Reader reader) {
        EntityRef present = shown;
        if (present != null && changed.contains(present)) {
            show(present, catalog, reader);
        }
    }

    private void show(Entity entity) {
        EntitySummary summary = entity.summary();
        add(head(summary));
        List<Problem> problems = entity.problems();
        if (!problems.isEmpty()) {
            Div note = ProblemNotes.brief(problems.getFirst());
            add(note);
            if (problems.size() > 1) {
                String more = Words.count(problems.size() - 1, "more problem", "more problems");
                add(Actions.link(more, EntityTab.PROBLEMS.address(summary.ref())));
            }
        }
        if (!summary.description().isEmpty()) {
            add(Text.second(summary.description()).styled("about"));
        }
        add(facts(entity, summary));
        relations(entity);
        Anchor open = new Anchor(EntityLink.address(summary.ref()));
        open.addClassName("button");
        open.add("Open");
        open.add(new Icon(Symbol.ARROW_RIGHT));
        add(Row.line(open, new CopyButton("Copy reference", summary.ref().toString()))
                .styled("wrap"));
    }

    private Header head(EntitySummary summary) {
        H2 name = new H2(summary.label());
        Div words = new Div(name, Text.mono(summary.ref().shortName()).styled("hint", "clip"));
        words.addClassName("words");
        Button closer = Actions.sign(Symbol.X, "Close the preview", close);
        return new Header(new KindTile(summary.kind(), summary.type(), KindTile.Size.MEDIUM), words, closer);
    }

    private static Facts facts(Entity entity, EntitySummary summary) {
        Facts facts = new Facts()
                .fact("Kind", KindWords.kind(summary.kind()))
                .fact("Type", summary.type().isEmpty() ? "" : KindWords.type(summary.type()))
                .fact("Owner", named(entity, summary.owner(), Symbol.USERS));
        if (summary.system() != null) {
            facts.fact("System", named(entity, summary.system(), Symbol.LAYERS));
        }
        facts.fact("Lifecycle", Words.capital(summary.lifecycle()));
        if (!summary.tags().isEmpty()) {
            facts.fact("Tags", summary.tags().stream().map(Badge::new).toArray(Component[]::new));
        }
        return facts.fact("Updated", new RelativeTime(summary.updated()));
    }

    private static Component named(Entity entity, @Nullable EntityRef ref, Symbol symbol) {
        if (ref == null) {
            return Text.hint("None");
        }
        return entity.relations().stream()
                .filter(relation -> relation.target().equals(ref) && relation.entity() != null)
                .findFirst()
                .<Component>map(relation -> new EntityLink(ref, label(relation), symbol))
                .orElseGet(() -> EntityLink.missing(ref));
    }

    private void relations(Entity entity) {
        List<Relation> users = entity.relations().stream()
                .filter(relation -> USED_BY.contains(relation.type()) && relation.entity() != null)
                .toList();
        if (users.isEmpty()) {
            return;
        }
        Div list = new Div();
        list.addClassName("used-by");
        users.stream()
                .limit(MOST)
                .forEach(user -> list.add(new EntityLink(user.target(), label(user), sign(user)).ink()));
        if (users.size() > MOST) {
            list.add(Actions.link(
                    Words.number(users.size() - MOST) + " more",
                    EntityTab.RELATIONS.address(entity.summary().ref())));
        }
        String title = users.stream().allMatch(user -> user.type().startsWith("has")) ? "Holds" : "Depended on by";
        add(new H3(title), list);
    }

    private static String label(Relation relation) {
        EntitySummary other = relation.entity();
        return other == null ? relation.target().shortName() : other.label();
    }

    private static Symbol sign(Relation relation) {
        EntitySummary other = relation.entity();
        return KindTile.symbol(relation.target().kind(), other == null ? "" : other.type());
    }
}
