package dev.portico.access.internal;

import dev.portico.changes.ChangeListener;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// Forgets on every node what was known of spaces that changed.
@Component
final class SpaceChanges implements ChangeListener {

    static final String TOPIC = "access.space";

    private final SpaceOwners owners;

    SpaceChanges(SpaceOwners owners) {
        this.owners = owners;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(Collection<String> keys) {
        owners.forgetAll();
    }
}
