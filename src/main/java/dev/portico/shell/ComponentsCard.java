package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntityPage;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Facet;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import dev.portico.look.EntityLink;
import dev.portico.look.HomeCard;
import dev.portico.look.KindTile;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.StateLine;
import dev.portico.look.Table;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The components that one or one's groups own, the ones that changed last first.
@org.springframework.stereotype.Component
final class ComponentsCard implements HomeCard {

    private static final int MOST = 6;
    private static final String KIND = "component";

    private final Catalog catalog;
    private final HomeOwners owners;

    ComponentsCard(Catalog catalog, HomeOwners owners) {
        this.catalog = catalog;
        this.owners = owners;
    }

    @Override
    public String id() {
        return "components";
    }

    @Override
    public String title() {
        return "My components";
    }

    @Override
    public String about() {
        return "The components that you or your groups own, with their problems.";
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Set<String> follows() {
        return Set.of(CatalogEvents.ENTITIES);
    }

    @Override
    public Consumer<Card> read(Reader reader) {
        HomeOwners.Whose whose = owners.whose(reader);
        Optional<CatalogQuery> owned = whose.owned();
        if (owned.isEmpty()) {
            return card -> card.body(HomeRows.none(
                    "Nothing counts as yours: no User entity of the catalog carries your account's name.",
                    "See all components",
                    "catalog?kind=" + KIND));
        }
        EntityPage page = catalog.find(
                owned.get()
                        .with(Facet.KIND, Set.of(KIND))
                        .ordered(CatalogQuery.Order.UPDATED, true)
                        .page(0, MOST),
                reader);
        Set<EntityRef> systems = new HashSet<>();
        page.items().forEach(entity -> Optional.ofNullable(entity.system()).ifPresent(systems::add));
        Map<EntityRef, String> labels = catalog.labels(systems, reader);
        return card -> fill(card, page, labels, whose);
    }

    private static void fill(Card card, EntityPage page, Map<EntityRef, String> labels, HomeOwners.Whose whose) {
        if (whose.choice()) {
            card.end(HomeRows.whose(whose.teams()));
        }
        if (page.items().isEmpty()) {
            card.body(HomeRows.none(
                    "Neither you nor your groups own a component. A component belongs to whom its descriptor names as"
                            + " owner.",
                    "See all components",
                    "catalog?kind=" + KIND));
            return;
        }
        int shown = page.items().size();
        card.count(
                shown < page.matching()
                        ? shown + " of " + Words.number(page.matching())
                        : Words.number(page.matching()));
        card.end(HomeRows.all(HomeRows.catalog("owner", whose.owners(), "&kind=" + KIND)));
        Table table = new Table(
                "My components",
                List.of(
                        new Table.Column("Name", Table.Kind.WORDS),
                        new Table.Column("System", Table.Kind.WIDE),
                        new Table.Column("Lifecycle", Table.Kind.WIDE),
                        new Table.Column("Problems", Table.Kind.WORDS),
                        new Table.Column("Changed", Table.Kind.NUMBER)));
        page.items().forEach(entity -> row(table, entity, labels));
        card.add(table);
    }

    private static void row(Table table, EntitySummary entity, Map<EntityRef, String> labels) {
        RelativeTime age = new RelativeTime(entity.updated());
        age.addClassName("hint");
        table.row(
                Row.line(
                        new KindTile(entity.kind(), entity.type(), KindTile.Size.SMALL),
                        new EntityLink(entity.ref(), entity.label()).ink()),
                system(entity.system(), labels),
                entity.lifecycle().isEmpty() ? Text.hint("None") : Text.second(Words.capital(entity.lifecycle())),
                problems(entity),
                age);
    }

    private static Component system(@Nullable EntityRef system, Map<EntityRef, String> labels) {
        if (system == null) {
            return Text.hint("None");
        }
        @Nullable String label = labels.get(system);
        return label == null ? EntityLink.missing(system) : new EntityLink(system, label);
    }

    private static Component problems(EntitySummary entity) {
        if (entity.problems() > 0) {
            Span state = new StateLine(State.ofErrors(entity.errors()), Words.number(entity.problems()));
            state.getElement().setAttribute("title", Words.count(entity.problems(), "problem", "problems"));
            return state;
        }
        return entity.orphan() ? new StateLine(State.WARNING, "Orphan") : Text.hint("None");
    }
}
