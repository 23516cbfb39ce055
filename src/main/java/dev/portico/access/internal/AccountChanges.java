package dev.portico.access.internal;

import dev.portico.changes.ChangeListener;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Forgets on every node what was known of accounts that changed.
@Component
final class AccountChanges implements ChangeListener {

    static final String TOPIC = "access.account";

    private final AccountReaders readers;

    AccountChanges(AccountReaders readers) {
        this.readers = readers;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(Collection<String> keys) {
        keys.forEach(key -> readers.forget(UUID.fromString(key)));
    }
}
