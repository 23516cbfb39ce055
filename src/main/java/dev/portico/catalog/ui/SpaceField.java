package dev.portico.catalog.ui;

import com.vaadin.flow.component.select.Select;
import dev.portico.access.Space;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks which space a new source belongs to. Not shown where there is nothing to choose.
final class SpaceField extends Select<Space> {

    SpaceField(Sources sources, Reader reader) {
        List<Space> spaces = sources.spaces(reader);
        boolean none = sources.mayWithoutSpace(reader);
        setLabel("Space");
        setItems(spaces);
        setItemLabelGenerator(space -> space == null ? "None" : space.title());
        setEmptySelectionAllowed(none);
        setEmptySelectionCaption("None");
        setHelperText("A source of a space brings only what its groups own.");
        setVisible(!spaces.isEmpty());
        if (!none && !spaces.isEmpty()) {
            setValue(spaces.getFirst());
        }
    }

    /// The name of the space that was chosen; null for none.
    @Nullable
    String space() {
        Space chosen = getValue();
        return chosen == null ? null : chosen.name();
    }
}
