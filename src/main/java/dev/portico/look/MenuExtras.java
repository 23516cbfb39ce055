package dev.portico.look;

import dev.portico.kernel.Reader;
import java.util.List;

/// A module's entries of the drawer that only some readers have at a time. Each bean of this type is asked whenever a
/// frame is made, so an entry appears by existing.
public interface MenuExtras {

    /// Those that this reader has at present; nothing that would be refused.
    List<MenuExtra> extras(Reader reader);
}
