package dev.portico.shell;

import com.vaadin.flow.component.Component;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Stars;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import dev.portico.look.HomeCard;
import dev.portico.look.Words;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What one has starred last.
@org.springframework.stereotype.Component
final class StarredCard implements HomeCard {

    private static final int MOST = 6;

    private final Stars stars;
    private final Captions captions;

    StarredCard(Stars stars, Captions captions) {
        this.stars = stars;
        this.captions = captions;
    }

    @Override
    public String id() {
        return "starred";
    }

    @Override
    public String title() {
        return "Starred";
    }

    @Override
    public String about() {
        return "The entities that you gave a star, the latest first.";
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public boolean offered(Reader reader) {
        return stars.offered(reader);
    }

    @Override
    public Set<String> follows() {
        return Set.of(CatalogEvents.STARS, CatalogEvents.ENTITIES);
    }

    @Override
    public Consumer<Card> read(Reader reader) {
        List<EntitySummary> starred = stars.list(reader);
        Captions.Said said = captions.of(starred, reader);
        return card -> fill(card, starred, said);
    }

    private static void fill(Card card, List<EntitySummary> starred, Captions.Said captions) {
        if (starred.isEmpty()) {
            card.body(HomeRows.none(
                    "Nothing yet. The star on an entity's page keeps it at hand here.",
                    "Go to the catalog",
                    "catalog"));
            return;
        }
        card.count(Words.number(starred.size()));
        if (starred.size() > MOST) {
            card.end(HomeRows.all("profile"));
        }
        card.rows(starred.stream()
                .limit(MOST)
                .map(entity -> HomeRows.entity(entity, captions))
                .toArray(Component[]::new));
    }
}
