package dev.portico.catalog.ui;

import dev.portico.access.Readers;
import dev.portico.catalog.Stars;
import dev.portico.kernel.EntityRef;
import java.util.Set;

/// Which rows of the list the reader has starred.
final class RowStars {

    private final Stars stars;
    private final Readers readers;
    private Set<EntityRef> starred = Set.of();
    private Set<EntityRef> before = Set.of();

    RowStars(Stars stars, Readers readers) {
        this.stars = stars;
        this.readers = readers;
    }

    /// Whether the reader can have stars at all.
    boolean offered() {
        return stars.offered(readers.current());
    }

    /// Reads them anew.
    ///
    /// @return whether they are others than when they were last read, whoever changed them
    boolean read() {
        starred = stars.refs(readers.current());
        boolean changed = !starred.equals(before);
        before = starred;
        return changed;
    }

    boolean has(EntityRef row) {
        return starred.contains(row);
    }

    /// Stars a row, or takes its star away.
    void toggle(EntityRef row) {
        if (has(row)) {
            stars.unstar(row, readers.current());
        } else {
            stars.star(row, readers.current());
        }
        starred = stars.refs(readers.current());
    }
}
