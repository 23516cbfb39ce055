package dev.portico.catalog.internal.seeds;

import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccessReview;
import dev.portico.access.ReviewChoice;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewScope;
import dev.portico.access.SampleDecisions;
import dev.portico.access.SampleDecisions.Past;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Two access reviews of the sample company: one that is closed and took a role from somebody, and one in work.
/// What its people used in the month before is made up, the same for each start, so that some lines are used
/// and some are not. All of it is made with the company and removed with it.
@Component
public final class DemoReviews {

    private static final Logger LOG = LoggerFactory.getLogger(DemoReviews.class);
    private static final Reader ACTOR = Reader.system("seeds");
    private static final String OPERATOR = "operator";
    private static final String ENGINEER = "engineer";
    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final String TOKEN = "token:" + DemoTokens.SYNC;

    /// What is known when the first review is taken: the service does its work, and nobody else what an operator does.
    private static final List<Past> SUMMER = List.of(
            new Past("account:priya", "access.policy.read", 30),
            new Past(TOKEN, "catalog.source.refresh", 9),
            new Past(TOKEN, "catalog.source.refresh", 2),
            new Past(TOKEN, "catalog.source.read", 1));

    /// What comes to it for the second.
    private static final List<Past> AUTUMN = List.of(
            new Past("account:tomasz", "catalog.entity.read", 12),
            new Past("account:tomasz", "catalog.entity.validate", 6),
            new Past("account:tomasz", "catalog.entity.read", 1),
            new Past("account:marta", "catalog.entity.read", 3),
            new Past("account:marta", "access.review.decide", 3));

    private final AccessReviews reviews;
    private final Accounts accounts;
    private final SampleDecisions decisions;

    DemoReviews(AccessReviews reviews, Accounts accounts, SampleDecisions decisions) {
        this.reviews = reviews;
        this.accounts = accounts;
        this.decisions = decisions;
    }

    /// Makes both, where their people are there.
    void make(List<AccountSummary> people) {
        Set<String> names = new HashSet<>();
        people.forEach(person -> names.add(person.name()));
        if (!names.containsAll(Set.of("tomasz", "marta", "priya"))) {
            return;
        }
        try {
            decisions.add(ACTOR, SUMMER);
            closed(person(people, "tomasz"), person(people, "priya"));
            decisions.add(ACTOR, AUTUMN);
            inWork(person(people, "tomasz"), person(people, "marta"));
        } catch (Refusal.Conflict | Refusal.InvalidInput | Refusal.NotFound otherwise) {
            LOG.atInfo().log("The sample company has no access reviews: {}", otherwise.reason());
        }
    }

    /// Removes those that were made.
    public void remove() {
        reviews.withdraw(ACTOR);
        decisions.remove(ACTOR);
    }

    /// For the summer timetable somebody kept the sources; the review ends it.
    private void closed(AccountSummary summer, AccountSummary reviewer) {
        accounts.change(ACTOR, summer.id(), AccountEdit.roles(Set.of(ENGINEER, OPERATOR)));
        AccessReview review = start("Who keeps the portal going, third quarter", OPERATOR, reviewer.name());
        decide(
                review,
                reviewer,
                line -> line.holder().equals(summer.name()),
                Decision.REMOVE,
                "Kept the sources during the summer timetable, which is over.");
        decide(
                review,
                reviewer,
                line -> !line.holder().equals(summer.name()),
                Decision.KEEP,
                "Brings the timetable in, every week.");
        reviews.close(ACTOR, review.id());
    }

    private void inWork(AccountSummary engineer, AccountSummary reviewer) {
        AccessReview review = start("Engineers of Northwind Rail, fourth quarter", ENGINEER, reviewer.name(), "priya");
        decide(
                review,
                reviewer,
                line -> line.holder().equals(engineer.name()),
                Decision.KEEP,
                "Works on the fare engine every day.");
    }

    private AccessReview start(String title, String role, String... reviewers) {
        return reviews.start(
                ACTOR,
                new NewAccessReview(title, ReviewScope.role(role), Instant.now().plus(TWO_WEEKS), Set.of(reviewers)));
    }

    private void decide(
            AccessReview review, AccountSummary by, Predicate<ReviewLine> which, Decision decision, String reason) {
        List<ReviewChoice> lines = reviews.lines(ACTOR, review.id()).stream()
                .filter(which)
                .map(line -> new ReviewChoice(line.number(), line.version()))
                .toList();
        if (!lines.isEmpty()) {
            reviews.decide(DemoTokens.reader(by), review.id(), lines, decision, reason);
        }
    }

    private static AccountSummary person(List<AccountSummary> people, String name) {
        return people.stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
