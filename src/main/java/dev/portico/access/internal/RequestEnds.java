package dev.portico.access.internal;

import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequest.State;
import dev.portico.access.RequestSettings;
import dev.portico.jobs.RecurringJob;
import dev.portico.kernel.Reader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Ends requests that nobody answers, tells people when what they were given ends soon and when it has ended, and takes
/// old requests away. A role ends by itself at its moment, whether this runs or not.
@Component
final class RequestEnds implements RecurringJob {

    private static final Reader ACTOR = Reader.system("access.requests");

    private final RequestRows rows;
    private final RequestNews news;
    private final RequestSettings settings;
    private final TransactionOperations transactions;

    RequestEnds(RequestRows rows, RequestNews news, RequestSettings settings, TransactionOperations transactions) {
        this.rows = rows;
        this.news = news;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "access.requests";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        transactions.executeWithoutResult(status -> rows.unanswered().forEach(request -> {
            rows.decide(request.id(), State.EXPIRED, ACTOR.subject(), "", null, null);
            news.unanswered(ACTOR, request);
        }));
        transactions.executeWithoutResult(status -> {
            List<AccessRequest> ending = rows.ending();
            ending.forEach(news::ending);
            rows.warned(ids(ending));
        });
        transactions.executeWithoutResult(status -> {
            List<AccessRequest> over = rows.over();
            over.forEach(news::over);
            rows.ended(ids(over));
        });
        rows.prune(settings.keep());
    }

    private static List<UUID> ids(List<AccessRequest> requests) {
        return requests.stream().map(AccessRequest::id).toList();
    }
}
