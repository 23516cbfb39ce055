package dev.portico.access.internal;

import dev.portico.access.AccessReviews;
import dev.portico.access.NewAccessReview;
import dev.portico.access.Party;
import dev.portico.access.ReviewEdit;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewLine.Way;
import dev.portico.access.ReviewScope;
import dev.portico.access.Role;
import dev.portico.access.internal.Subjects.Subject;
import dev.portico.kernel.PlainText;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says whether a review may begin as it is asked for, and whether a decision fits. Messages name the field and the
/// remedy.
@Component
final class ReviewCheck {

    private static final String CODE = "review";
    private static final String REVIEWERS = "reviewers";
    private static final String REASON = "reason";
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_REVIEWERS = 20;

    private final Subjects subjects;
    private final PolicyEvaluators evaluators;

    ReviewCheck(Subjects subjects, PolicyEvaluators evaluators) {
        this.subjects = subjects;
        this.evaluators = evaluators;
    }

    /// What is asked, made fit.
    static NewAccessReview checked(NewAccessReview asked) {
        ReviewScope scope = asked.scope();
        if ((scope.role() == null) == (scope.space() == null)) {
            throw refused("Name one of role and space: the role that is reviewed, or the space whose roles are");
        }
        String title = PlainText.line(asked.title());
        if (title.isEmpty() || title.length() > AccessReviews.LONGEST_TEXT) {
            throw refused("title", "give the review a name of 1 to " + AccessReviews.LONGEST_TEXT + " characters");
        }
        due(asked.due());
        reviewers(asked.reviewers());
        return new NewAccessReview(title, scope, kept(asked.due()), asked.reviewers());
    }

    /// The change, made fit. Whether its moment is one to come is not looked at: it may be the present one.
    static ReviewEdit checked(ReviewEdit edit) {
        if (edit.due() == null && edit.reviewers() == null) {
            throw refused("Name due, reviewers or both: what is to be changed");
        }
        if (edit.reviewers() != null) {
            reviewers(edit.reviewers());
        }
        return new ReviewEdit(edit.due() == null ? null : kept(edit.due()), edit.reviewers());
    }

    /// A moment as the database keeps it.
    private static Instant kept(Instant due) {
        return due.truncatedTo(ChronoUnit.MICROS);
    }

    /// Passes where a review may be due then.
    static void due(Instant due) {
        Instant now = Instant.now();
        if (!due.isAfter(now) || due.isAfter(now.plus(LONGEST))) {
            throw refused("due", "name a moment to come, within " + LONGEST.toDays() + " days");
        }
    }

    private static void reviewers(Set<String> names) {
        if (names.isEmpty() || names.size() > MOST_REVIEWERS) {
            throw refused(REVIEWERS, "name 1 to " + MOST_REVIEWERS + " accounts that decide");
        }
    }

    /// The accounts that may decide about these roles.
    List<Party> candidates(int policy, Collection<Role> roles) {
        Evaluator evaluator = evaluators.of(policy);
        return subjects.accounts().stream()
                .filter(account -> roles.stream().allMatch(role -> evaluator
                        .decide(account.reader(), AccessPermissions.DECIDE_REVIEW, new RoleThing(role))
                        .allowed()))
                .map(Subject::party)
                .toList();
    }

    /// Those of the candidates that are named.
    ///
    /// @throws Refusal.InvalidInput where one is none
    static List<Party> named(Set<String> names, List<Party> candidates) {
        List<Party> named = candidates.stream()
                .filter(party -> names.contains(party.account()))
                .toList();
        if (named.size() < names.size()) {
            String missing = names.stream()
                    .filter(name ->
                            named.stream().noneMatch(party -> party.account().equals(name)))
                    .sorted()
                    .findFirst()
                    .orElse("");
            throw refused(
                    REVIEWERS,
                    "there is no enabled account \"" + missing + "\" with the permission "
                            + AccessPermissions.DECIDE_REVIEW.name()
                            + " for what is reviewed; name another, or give it a role that allows this, such as team-lead");
        }
        return named;
    }

    /// Why, as it is kept.
    static String reason(@Nullable Decision decision, String reason) {
        String said = PlainText.lines(reason);
        if (said.length() > AccessReviews.LONGEST_TEXT) {
            throw refused(REASON, "say it in " + AccessReviews.LONGEST_TEXT + " characters at most");
        }
        if (decision == Decision.REMOVE && said.isEmpty()) {
            throw refused(REASON, "say why it is to be removed, so that whoever loses it knows");
        }
        return decision == null ? "" : said;
    }

    /// Whether the reader is among those whom the line is about.
    static boolean isAmong(Reader reader, ReviewLine line) {
        return line.isOf(reader)
                || line.way() == Way.EVERYONE
                || (line.way() == Way.MEMBER_GROUP
                        && reader.groups().stream()
                                .anyMatch(group -> group.toString().equals(line.holder())));
    }

    static Refusal.InvalidInput refused(String message) {
        return new Refusal.InvalidInput(CODE, message);
    }

    /// @param field what does not fit, as it is called over REST; pages have their own word for it
    static Refusal.InvalidInput refused(String field, String message) {
        return new Refusal.InvalidInput(CODE, "/" + field, message);
    }
}
