package dev.portico.access.internal;

import dev.portico.access.AccessNews.Topic;
import dev.portico.changes.ChangeListener;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// Tells the open pages of every node when requests have changed.
@Component
final class RequestChanges implements ChangeListener {

    /// Its keys are requests.
    static final String TOPIC = "access.request";

    private final PageNews news;

    RequestChanges(PageNews news) {
        this.news = news;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(Collection<String> keys) {
        news.changed(Topic.REQUESTS);
    }
}
