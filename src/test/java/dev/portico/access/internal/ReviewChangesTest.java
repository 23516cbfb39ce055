package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.access.AccessReview;
import dev.portico.access.ReviewEdit;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewLine.Way;
import dev.portico.access.ReviewScope;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Changing an open review: who decides and until when, and what cannot be decided in it.
final class ReviewChangesTest extends ReviewingTest {

    @Test
    void who_decides_and_until_when_is_changed_by_whoever_manages_it_and_new_reviewers_are_told() {
        Reader lead = person("team-lead");
        Reader next = person("team-lead");
        members(null, member(person("guest")));
        AccessReview review = begin(ADMIN, lead);
        Instant due = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);

        AccessReview changed = reviews.change(
                ADMIN, review.id(), review.version(), new ReviewEdit(due, Set.of(name(lead), name(next))));
        assertThat(changed.dueAt()).isEqualTo(due);
        assertThat(told(next)).containsExactly("You review who holds the role " + role);
        assertThat(told(lead)).last().asString().startsWith("Due on another day");
        AccessReview others =
                reviews.change(ADMIN, review.id(), changed.version(), new ReviewEdit(null, Set.of(name(next))));
        assertThat(reviews.change(ADMIN, review.id(), others.version(), new ReviewEdit(due, null)))
                .isEqualTo(others);

        assertThat(reviews.review(ADMIN, review.id()).reviewers())
                .extracting(AccessReview.Reviewer::name)
                .containsExactly(name(next));
        assertThat(told(next)).hasSize(1);
        assertThat(actions(review))
                .containsExactly("access.review.start", "access.review.change", "access.review.change");
        assertThat(jdbc.sql("SELECT before::text || after::text FROM audit_entry WHERE thing_id = ? ORDER BY id DESC")
                        .param(review.id().toString())
                        .query(String.class)
                        .list()
                        .getFirst())
                .contains(name(lead), name(next))
                .doesNotContain("due");
        assertThat(reviews.mayDecide(lead, review)).isTrue();
        assertThatThrownBy(() -> reviews.change(next, review.id(), others.version(), new ReviewEdit(due, null)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> reviews.review(lead, review.id())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_change_that_does_not_fit_is_refused_whole() {
        Reader lead = person("team-lead");
        members(null, member(person("guest")));
        AccessReview review = begin(ADMIN, lead);
        Reader nobody = person("guest");

        for (ReviewEdit edit : List.of(
                new ReviewEdit(null, null),
                new ReviewEdit(Instant.now().minusSeconds(1), null),
                new ReviewEdit(null, Set.of()),
                new ReviewEdit(Instant.now().plus(Duration.ofDays(30)), Set.of(name(lead), name(nobody))))) {
            assertThatThrownBy(() -> reviews.change(ADMIN, review.id(), review.version(), edit))
                    .isInstanceOf(Refusal.InvalidInput.class);
        }
        assertThat(reviews.review(ADMIN, review.id())).isEqualTo(review);
        reviews.close(ADMIN, review.id());
        assertThatThrownBy(() ->
                        reviews.change(ADMIN, review.id(), review.version(), new ReviewEdit(null, Set.of(name(lead)))))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("closed");
    }

    @Test
    void of_two_who_change_it_at_once_the_second_is_told_and_undoes_nothing() {
        Reader lead = person("team-lead");
        Reader next = person("team-lead");
        members(null);
        AccessReview seen = begin(ADMIN, lead);
        reviews.change(ADMIN, seen.id(), seen.version(), new ReviewEdit(null, Set.of(name(lead), name(next))));

        assertThatThrownBy(() ->
                        reviews.change(ADMIN, seen.id(), seen.version(), new ReviewEdit(null, Set.of(name(lead)))))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContainingAll("changed meanwhile", "Look at it again");
        assertThat(reviews.review(ADMIN, seen.id()).reviewers())
                .extracting(AccessReview.Reviewer::name)
                .containsExactlyInAnyOrder(name(lead), name(next));
    }

    @Test
    void a_moment_that_is_over_may_stay_and_none_can_be_chosen() {
        Reader lead = person("team-lead");
        Reader next = person("team-lead");
        members(null);
        AccessReview begun = begin(ADMIN, lead);
        jdbc.sql("UPDATE access_review SET due_at = now() - interval '1 day' WHERE id = ?")
                .param(begun.id())
                .update();
        AccessReview overdue = reviews.review(ADMIN, begun.id());

        AccessReview changed = reviews.change(
                ADMIN, begun.id(), overdue.version(), new ReviewEdit(overdue.dueAt(), Set.of(name(next))));

        assertThat(changed.dueAt()).isEqualTo(overdue.dueAt());
        assertThat(changed.reviewers()).extracting(AccessReview.Reviewer::name).containsExactly(name(next));
        assertThatThrownBy(() -> reviews.change(
                        ADMIN,
                        begun.id(),
                        changed.version(),
                        new ReviewEdit(overdue.dueAt().plusSeconds(1), null)))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("At /due: name a moment to come");
    }

    @Test
    void taking_back_what_nobody_decided_leaves_no_trace() {
        Reader lead = person("team-lead");
        Reader ann = person("guest");
        Reader bo = person("guest");
        members(null, member(ann), member(bo));
        AccessReview review = begin(ADMIN, lead);
        decide(lead, review, Decision.KEEP, line(review, Way.MEMBER_ACCOUNT, name(ann)));
        ReviewLine[] both = reviews.lines(lead, review.id()).toArray(ReviewLine[]::new);

        reviews.decide(lead, review.id(), choices(both), null, "");
        ReviewLine untouched = line(review, Way.MEMBER_ACCOUNT, name(bo));
        reviews.decide(lead, review.id(), choices(untouched), null, "");

        assertThat(line(review, Way.MEMBER_ACCOUNT, name(ann)).decision()).isNull();
        assertThat(line(review, Way.MEMBER_ACCOUNT, name(bo))).isEqualTo(untouched);
        assertThat(actions(review))
                .containsExactly("access.review.start", "access.review.decide", "access.review.decide");
    }

    @Test
    void what_comes_through_another_role_cannot_be_removed_and_that_is_said_at_once() {
        Reader lead = person("team-lead");
        AccessReview review = begin(ADMIN, ReviewScope.role("engineer"), lead);
        ReviewLine through = line(review, Way.THROUGH_ROLE, "operator");

        assertThatThrownBy(() -> decide(lead, review, Decision.REMOVE, through))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContainingAll(
                        "line " + through.number(), "cannot be removed by itself", "Review that role", "operator");
        AccessReview.Progress before = reviews.review(lead, review.id()).progress();
        assertThat(before.through()).isPositive();
        assertThat(before.undecided()).isEqualTo(before.lines() - before.through());
        decide(lead, review, Decision.KEEP, through);

        assertThat(line(review, Way.THROUGH_ROLE, "operator").decision()).isEqualTo(Decision.KEEP);
    }
}
