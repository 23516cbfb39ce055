package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.Entity;
import dev.portico.catalog.EntityPage;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Facet;
import dev.portico.catalog.Problem;
import dev.portico.catalog.ProblemKind;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import dev.portico.look.EntityLink;
import dev.portico.look.HomeCard;
import dev.portico.look.Icon;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The entities of one's own that have problems, each with the first of them as a sentence.
@org.springframework.stereotype.Component
final class AttentionCard implements HomeCard {

    private static final int MOST = 4;
    private static final Set<String> WRONG = Set.of(ProblemKind.ANY, ProblemKind.ORPHAN.value());

    private final Catalog catalog;
    private final HomeOwners owners;

    AttentionCard(Catalog catalog, HomeOwners owners) {
        this.catalog = catalog;
        this.owners = owners;
    }

    @Override
    public String id() {
        return "attention";
    }

    @Override
    public String title() {
        return "Needs you";
    }

    @Override
    public String about() {
        return "What you or your groups own and has problems, with the cause.";
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
                    "See what has problems",
                    "catalog?problem=" + ProblemKind.ANY));
        }
        CatalogQuery wrong = owned.get()
                .with(Facet.PROBLEM, WRONG)
                .ordered(CatalogQuery.Order.UPDATED, true)
                .page(0, MOST);
        EntityPage page = catalog.find(wrong, reader);
        List<Finding> findings = new ArrayList<>();
        for (EntitySummary entity : page.items()) {
            findings.add(new Finding(entity, cause(entity, reader)));
        }
        return card -> fill(card, page.matching(), findings, whose);
    }

    private static void fill(Card card, long all, List<Finding> findings, HomeOwners.Whose whose) {
        if (whose.choice()) {
            card.end(HomeRows.whose(whose.teams()));
        }
        if (findings.isEmpty()) {
            card.body(HomeRows.none(
                    "Nothing that you own has a problem.", "See all that is yours", mine(whose.owners(), "")));
            return;
        }
        card.count(Words.number(all));
        card.end(HomeRows.all(
                mine(whose.owners(), "&problem=" + ProblemKind.ANY + "&problem=" + ProblemKind.ORPHAN.value())));
        card.rows(findings.stream().map(AttentionCard::row).toArray(Component[]::new));
    }

    private static String mine(Set<String> mine, String further) {
        return HomeRows.catalog("owner", mine, further);
    }

    private static Component row(Finding finding) {
        EntitySummary entity = finding.entity();
        State state = State.ofErrors(entity.errors());
        Icon sign = new Icon(state.symbol());
        sign.addClassNames("state-sign", state.className());
        Div words = new Div(new EntityLink(entity.ref(), headline(entity)).ink(), Text.second(finding.cause()));
        words.addClassNames("col", "tight", "grow");
        RelativeTime age = new RelativeTime(entity.updated());
        age.addClassNames("hint", "small");
        Anchor mend = new Anchor(EntityLink.address(entity.ref()) + "/problems", "Mend");
        mend.addClassName("button");
        mend.setAriaLabel("Mend " + entity.label());
        return Row.item(sign, words, age, mend);
    }

    private static String headline(EntitySummary entity) {
        return entity.problems() > 0
                ? entity.label() + " has " + Words.count(entity.problems(), "problem", "problems")
                : entity.label() + " is an orphan";
    }

    private String cause(EntitySummary entity, Reader reader) {
        if (entity.problems() == 0) {
            return "No source places it any more. Restore its file, or remove it.";
        }
        return catalog.entity(entity.ref(), reader)
                .map(Entity::problems)
                .flatMap(problems -> problems.stream().findFirst())
                .map(Problem::message)
                .orElse("The problem has just been mended.");
    }

    private record Finding(EntitySummary entity, String cause) {}
}
