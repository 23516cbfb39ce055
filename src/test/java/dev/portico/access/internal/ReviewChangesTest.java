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

        AccessReview changed = reviews.change(ADMIN, review.id(), new ReviewEdit(due, Set.of(name(lead), name(next))));
        assertThat(changed.dueAt()).isEqualTo(due);
        assertThat(told(next)).containsExactly("You review who holds the role " + role);
        assertThat(told(lead)).last().asString().startsWith("Due on another day");
        reviews.change(ADMIN, review.id(), new ReviewEdit(null, Set.of(name(next))));
        reviews.change(ADMIN, review.id(), new ReviewEdit(due, null));

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
        assertThatThrownBy(() -> reviews.change(next, review.id(), new ReviewEdit(due, null)))
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
            assertThatThrownBy(() -> reviews.change(ADMIN, review.id(), edit)).isInstanceOf(Refusal.InvalidInput.class);
        }
        assertThat(reviews.review(ADMIN, review.id())).isEqualTo(review);
        reviews.close(ADMIN, review.id());
        assertThatThrownBy(() -> reviews.change(ADMIN, review.id(), new ReviewEdit(null, Set.of(name(lead)))))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("closed");
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
        decide(lead, review, Decision.KEEP, through);

        assertThat(line(review, Way.THROUGH_ROLE, "operator").decision()).isEqualTo(Decision.KEEP);
    }
}
