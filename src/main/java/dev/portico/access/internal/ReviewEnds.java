package dev.portico.access.internal;

import dev.portico.access.ReviewSettings;
import dev.portico.jobs.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Tells reviewers when a review is overdue, once, and takes old reviews away.
@Component
final class ReviewEnds implements RecurringJob {

    private final ReviewRows rows;
    private final ReviewNews news;
    private final ReviewSettings settings;
    private final TransactionOperations transactions;

    ReviewEnds(ReviewRows rows, ReviewNews news, ReviewSettings settings, TransactionOperations transactions) {
        this.rows = rows;
        this.news = news;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "access.reviews";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        transactions.executeWithoutResult(status -> rows.overdue().forEach(news::overdue));
        rows.prune(settings.keep());
    }
}
