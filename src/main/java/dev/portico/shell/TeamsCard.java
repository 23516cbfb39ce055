package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Facet;
import dev.portico.catalog.FacetValue;
import dev.portico.catalog.ProblemKind;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Badge;
import dev.portico.look.Card;
import dev.portico.look.EntityLink;
import dev.portico.look.HomeCard;
import dev.portico.look.KindTile;
import dev.portico.look.KindWords;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The groups that one leads, else those that one is in: how much each owns, and how much of that has problems.
@org.springframework.stereotype.Component
final class TeamsCard implements HomeCard {

    private static final int MOST = 8;

    private final Catalog catalog;
    private final HomeOwners owners;

    TeamsCard(Catalog catalog, HomeOwners owners) {
        this.catalog = catalog;
        this.owners = owners;
    }

    @Override
    public String id() {
        return "teams";
    }

    @Override
    public String title() {
        return "My teams";
    }

    @Override
    public String about() {
        return "The groups that you lead or are in: what each owns, and how much of it has problems.";
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
        Map<EntityRef, EntitySummary> teams = catalog.summaries(owners.teams(reader), reader);
        if (teams.isEmpty()) {
            return card -> card.body(
                    HomeRows.none("You are in no group of the catalog.", "See all groups", "catalog?kind=group"));
        }
        List<Team> rows = new ArrayList<>();
        teams.values().forEach(group -> rows.add(counted(group, reader)));
        rows.sort(Comparator.comparingLong(Team::wrong)
                .thenComparingLong(Team::owned)
                .reversed()
                .thenComparing(team -> team.group().label()));
        return card -> card.count(Words.number(rows.size()))
                .rows(rows.stream().limit(MOST).map(TeamsCard::row).toArray(Component[]::new));
    }

    /// Counts what one group owns. Counted for all owners at once, the values would end before its own.
    private Team counted(EntitySummary group, Reader reader) {
        CatalogQuery owned =
                CatalogQuery.everything().with(Facet.OWNER, Set.of(group.ref().toString()));
        Map<Facet, List<FacetValue>> counts = catalog.facets(Set.of(Facet.KIND, Facet.PROBLEM), owned, reader);
        long all = sum(counts.getOrDefault(Facet.KIND, List.of()).stream());
        List<FacetValue> problems = counts.getOrDefault(Facet.PROBLEM, List.of());
        return new Team(
                group, all, HomeRows.count(problems, ProblemKind.ANY), HomeRows.count(problems, ProblemKind.ERROR));
    }

    private static long sum(Stream<FacetValue> values) {
        return values.mapToLong(FacetValue::count).sum();
    }

    private static Component row(Team team) {
        EntitySummary group = team.group();
        Anchor owned = new Anchor(HomeRows.owned(group.ref()), Words.count(team.owned(), "entity", "entities"));
        owned.setAriaLabel(Words.count(team.owned(), "entity", "entities") + " of " + group.label());
        Row row = Row.item(
                new KindTile(group.kind(), group.type(), KindTile.Size.SMALL),
                new EntityLink(group.ref(), group.label()).ink(),
                Text.second(KindWords.type(group.type())).styled("clip", "grow"));
        if (team.wrong() > 0) {
            row.add(new Badge(State.ofErrors(team.errors()), Words.number(team.wrong()) + " with problems"));
        }
        row.add(owned);
        return row.styled("entity-row");
    }

    private record Team(EntitySummary group, long owned, long wrong, long errors) {}
}
