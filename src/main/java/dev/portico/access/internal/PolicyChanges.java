package dev.portico.access.internal;

import dev.portico.access.AccessNews.Topic;
import dev.portico.changes.ChangeListener;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// Has every node look at once which policy is in force, when another is, and tells its open pages.
@Component
final class PolicyChanges implements ChangeListener {

    static final String TOPIC = "access.policy";

    private final PolicyInForce policies;
    private final PageNews news;

    PolicyChanges(PolicyInForce policies, PageNews news) {
        this.policies = policies;
        this.news = news;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(Collection<String> keys) {
        policies.forget();
        news.changed(Topic.POLICIES);
    }
}
