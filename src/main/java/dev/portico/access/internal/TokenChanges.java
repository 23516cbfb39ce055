package dev.portico.access.internal;

import dev.portico.changes.ChangeListener;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// Forgets on every node what was known of tokens, when one was revoked.
@Component
final class TokenChanges implements ChangeListener {

    static final String TOPIC = "access.token";

    private final TokenReaders readers;

    TokenChanges(TokenReaders readers) {
        this.readers = readers;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(Collection<String> keys) {
        readers.forgetAll();
    }
}
