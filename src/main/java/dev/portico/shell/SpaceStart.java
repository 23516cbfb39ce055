package dev.portico.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.portico.access.Readers;
import dev.portico.access.Spaces;
import dev.portico.kernel.Reader;
import dev.portico.look.SpaceLens;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Points each new page at the space that its reader has chosen, while they may see it and there is one.
@Component
final class SpaceStart implements VaadinServiceInitListener {

    private final Readers readers;
    private final Preferences preferences;
    private final Spaces spaces;

    SpaceStart(Readers readers, Preferences preferences, Spaces spaces) {
        this.readers = readers;
        this.preferences = preferences;
        this.spaces = spaces;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> point(init.getUI()));
    }

    private void point(UI ui) {
        Reader reader = readers.current();
        String chosen = preferences.of(reader).space();
        if (!chosen.isEmpty() && there(reader, chosen)) {
            SpaceLens.of(ui).look(chosen);
        }
    }

    /// While the database is away, the page looks at everything that can still be shown.
    private boolean there(Reader reader, String name) {
        try {
            return spaces.list(reader).stream().anyMatch(space -> space.name().equals(name));
        } catch (DataAccessException away) {
            return false;
        }
    }
}
