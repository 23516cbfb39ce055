package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import dev.portico.look.HomeCard;
import dev.portico.look.Icon;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import java.util.List;
import java.util.function.Consumer;

/// The entities that one opened last.
@org.springframework.stereotype.Component
final class RecentCard implements HomeCard {

    private static final int MOST = 6;

    private final Recents recents;

    RecentCard(Recents recents) {
        this.recents = recents;
    }

    @Override
    public String id() {
        return "recent";
    }

    @Override
    public String title() {
        return "Recently visited";
    }

    @Override
    public String about() {
        return "The entities that you opened last.";
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public boolean offered(Reader reader) {
        return reader.account() != null;
    }

    @Override
    public Consumer<Card> read(Reader reader) {
        List<Recent> latest = recents.entities(reader, MOST);
        return card -> fill(card, latest);
    }

    private static void fill(Card card, List<Recent> latest) {
        if (latest.isEmpty()) {
            card.body(HomeRows.none("The entities that you open come back here.", "Go to the catalog", "catalog"));
            return;
        }
        card.rows(latest.stream().map(RecentCard::row).toArray(Component[]::new));
    }

    private static Component row(Recent recent) {
        Span tile = new Span(new Icon(recent.symbol()));
        tile.addClassNames("tile", "sm");
        if (recent.kindClass() != null) {
            tile.addClassName(recent.kindClass());
        }
        Anchor link = new Anchor(recent.address(), recent.label());
        link.addClassNames("entity-link", "ink", "grow", "clip");
        RelativeTime age = new RelativeTime(recent.at());
        age.addClassNames("hint", "small");
        return Row.item(tile, link, age).styled("entity-row");
    }
}
