package dev.portico.access.internal;

import dev.portico.changes.ChangeListener;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// Has every node look at once which policy is in force, when another is.
@Component
final class PolicyChanges implements ChangeListener {

    static final String TOPIC = "access.policy";

    private final PolicyInForce policies;

    PolicyChanges(PolicyInForce policies) {
        this.policies = policies;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(Collection<String> keys) {
        policies.forget();
    }
}
