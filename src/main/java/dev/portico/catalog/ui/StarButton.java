package dev.portico.catalog.ui;

import com.vaadin.flow.component.button.Button;
import dev.portico.access.Readers;
import dev.portico.catalog.Star;
import dev.portico.catalog.Stars;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import dev.portico.look.Words;

/// Stars an entity and says how many have. Who cannot have stars sees the count alone.
final class StarButton extends Button {

    private final transient Stars stars;
    private final transient Readers readers;
    private final transient EntityRef ref;
    private transient Star star = Star.NONE;

    StarButton(EntityRef ref, Stars stars, Readers readers) {
        this.ref = ref;
        this.stars = stars;
        this.readers = readers;
        addClassName("star");
        setIcon(new Icon(Symbol.STAR));
        setEnabled(stars.offered(readers.current()));
        addClickListener(click -> toggle());
        refresh();
    }

    /// Shows the stars as they are now.
    void refresh() {
        star = stars.of(ref, readers.current());
        String word = star.starred() ? "Starred" : "Star";
        setText(star.count() == 0 ? word : Words.number(star.count()));
        setAriaLabel(word + ", " + Words.count(star.count(), "star", "stars"));
        setTooltipText(star.starred() ? "Take the star away" : "Keep this at hand under Starred");
        getElement().setAttribute("aria-pressed", star.starred());
        setClassName("starred", star.starred());
    }

    private void toggle() {
        if (star.starred()) {
            stars.unstar(ref, readers.current());
        } else {
            stars.star(ref, readers.current());
        }
        refresh();
    }
}
