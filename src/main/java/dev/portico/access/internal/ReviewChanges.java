package dev.portico.access.internal;

import dev.portico.access.AccessNews.Topic;
import dev.portico.changes.ChangeListener;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// Tells the open pages of every node when reviews have changed.
@Component
final class ReviewChanges implements ChangeListener {

    /// Its keys are reviews.
    static final String TOPIC = "access.review";

    private final PageNews news;

    ReviewChanges(PageNews news) {
        this.news = news;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(Collection<String> keys) {
        news.changed(Topic.REVIEWS);
    }
}
