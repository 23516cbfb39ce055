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
/// They are made with it and removed with it.
@Component
public final class DemoReviews {

    private static final Logger LOG = LoggerFactory.getLogger(DemoReviews.class);
    private static final Reader ACTOR = Reader.system("seeds");
    private static final String OPERATOR = "operator";
    private static final String ENGINEER = "engineer";
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private final AccessReviews reviews;
    private final Accounts accounts;

    DemoReviews(AccessReviews reviews, Accounts accounts) {
        this.reviews = reviews;
        this.accounts = accounts;
    }

    /// Makes both, where their people are there.
    void make(List<AccountSummary> people) {
        Set<String> names = new HashSet<>();
        people.forEach(person -> names.add(person.name()));
        if (!names.containsAll(Set.of("tomasz", "marta", "priya"))) {
            return;
        }
        try {
            closed(person(people, "tomasz"), person(people, "priya"));
            inWork(person(people, "tomasz"), person(people, "marta"));
        } catch (Refusal.Conflict | Refusal.InvalidInput | Refusal.NotFound otherwise) {
            LOG.atInfo().log("The sample company has no access reviews: {}", otherwise.reason());
        }
    }

    /// Removes those that were made.
    public void remove() {
        reviews.withdraw(ACTOR);
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
                "Part of the platform team.");
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
            reviews.decide(reader(by), review.id(), lines, decision, reason);
        }
    }

    private static Reader reader(AccountSummary account) {
        return new Reader(
                "account:" + account.name(),
                account.id(),
                account.displayName(),
                null,
                Set.of(),
                account.roles(),
                null);
    }

    private static AccountSummary person(List<AccountSummary> people, String name) {
        return people.stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
