package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import dev.portico.access.Readers;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Stars;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;

/// What one has starred, the latest first, with a way to take each star away.
@Tag("div")
final class ProfileStars extends HtmlContainer {

    private final transient Stars stars;
    private final transient Captions captions;
    private final transient Readers readers;

    /// @param offered whether the reader can have stars at all
    ProfileStars(Stars stars, Captions captions, Readers readers, boolean offered) {
        this.stars = stars;
        this.captions = captions;
        this.readers = readers;
        if (offered) {
            show();
        }
    }

    private void show() {
        List<EntitySummary> starred = stars.list(readers.current());
        Captions.Said said = captions.of(starred, readers.current());
        removeAll();
        Card card = new Card("Starred").count(Words.number(starred.size()));
        add(
                starred.isEmpty()
                        ? card.body(Text.second("Nothing yet. The star on an entity's page keeps it at hand here."))
                        : card.rows(starred.stream()
                                .map(entity -> row(entity, said))
                                .toArray(Component[]::new)));
    }

    private Component row(EntitySummary entity, Captions.Said captions) {
        return HomeRows.entity(entity, captions, Actions.sign(Symbol.X, "Take the star from " + entity.label(), () -> {
            stars.unstar(entity.ref(), readers.current());
            show();
        }));
    }
}
