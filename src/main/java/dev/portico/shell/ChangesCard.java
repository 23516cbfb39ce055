package dev.portico.shell;

import com.vaadin.flow.component.Component;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import dev.portico.look.HomeCard;
import dev.portico.look.RelativeTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What changed last in the catalog, as far as one may read it.
@org.springframework.stereotype.Component
final class ChangesCard implements HomeCard {

    private static final int MOST = 6;

    private final Catalog catalog;
    private final Captions captions;

    ChangesCard(Catalog catalog, Captions captions) {
        this.catalog = catalog;
        this.captions = captions;
    }

    @Override
    public String id() {
        return "changes";
    }

    @Override
    public String title() {
        return "Recent changes";
    }

    @Override
    public String about() {
        return "What was added to the catalog or changed in it last.";
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
        List<EntitySummary> latest = catalog.find(
                        CatalogQuery.everything()
                                .ordered(CatalogQuery.Order.UPDATED, true)
                                .page(0, MOST),
                        reader)
                .items();
        Captions.Said said = captions.of(latest, reader);
        return card -> fill(card, latest, said);
    }

    private static void fill(Card card, List<EntitySummary> latest, Captions.Said captions) {
        if (latest.isEmpty()) {
            card.body(HomeRows.none(
                    "The catalog holds nothing that your roles let you read.", "See your roles", "profile"));
            return;
        }
        card.end(HomeRows.all("catalog?sort=-updated"));
        card.rows(latest.stream().map(entity -> row(entity, captions)).toArray(Component[]::new));
    }

    private static Component row(EntitySummary entity, Captions.Said captions) {
        RelativeTime age = new RelativeTime(entity.updated());
        age.addClassNames("hint", "small");
        return HomeRows.entity(entity, captions, age);
    }
}
