package dev.portico.look;

import dev.portico.kernel.Reader;
import java.util.List;

/// A module's actions in the palette. Each bean of this type is asked, so an action appears by existing.
public interface PaletteActions {

    /// What this reader may do at present; nothing that would be refused. Asked at each letter typed, so it costs no
    /// input or output.
    List<PaletteAction> actions(Reader reader);
}
