package dev.portico.catalog.ui;

import com.vaadin.flow.component.UI;
import dev.portico.access.Readers;
import dev.portico.look.SpaceLens;

/// Who reads what a page shows: whoever is signed in, narrowed to the space that the page looks at.
final class InSpace {

    private InSpace() {}

    /// For the parts of a page that list, count and find.
    static Readers of(Readers readers) {
        SpaceLens lens = SpaceLens.of(UI.getCurrent());
        return () -> lens.through(readers.current());
    }
}
