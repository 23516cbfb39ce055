package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.access.AccessReview;
import dev.portico.access.Grant;
import dev.portico.access.PolicySummary;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewLine.Outcome;
import dev.portico.access.ReviewLine.Way;
import dev.portico.access.ReviewScope;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.RoleMember.Kind;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/// Closing reviews: what is removed, by which ways, and what is left and why.
final class ReviewClosingTest extends ReviewingTest {

    @Autowired
    private Tokens tokens;

    @Autowired
    private Sources sources;

    @Autowired
    private ReviewRemoval removal;

    @Test
    void what_was_decided_is_removed_when_the_review_is_closed_and_drafts_bring_nobody_back() {
        Reader lead = person("team-lead");
        Reader bo = person("guest");
        Reader cy = person("guest");
        members(null, member(bo), member(cy));
        Reader ann = person("guest", role);
        PolicySummary draft = policies.draft(ADMIN, null, "In work");
        AccessReview review = begin(ADMIN, lead);
        decide(
                lead,
                review,
                Decision.REMOVE,
                line(review, Way.ACCOUNT, name(ann)),
                line(review, Way.MEMBER_ACCOUNT, name(bo)));
        decide(lead, review, Decision.KEEP, line(review, Way.MEMBER_ACCOUNT, name(cy)));
        try {
            AccessReview closed = reviews.close(ADMIN, review.id());

            assertThat(closed.open()).isFalse();
            assertThat(closed.closedBy()).isEqualTo(ADMIN.subject());
            assertThat(inForce().members()).containsExactly(member(cy));
            assertThat(roles(ann)).containsExactly("guest");
            assertThat(outcomes(review)).containsExactly(Outcome.REMOVED, Outcome.REMOVED, Outcome.KEPT);
            assertThat(told(bo)).containsExactly("You no longer hold the role " + role);
            assertThat(told(cy)).isEmpty();
            assertThat(actions(review))
                    .containsExactly(
                            "access.review.start",
                            "access.review.decide",
                            "access.review.decide",
                            "access.review.close");
            assertThat(policies.policy(ADMIN, draft.number()).roles().stream()
                            .filter(one -> one.name().equals(role))
                            .flatMap(one -> one.members().stream()))
                    .containsExactly(member(cy));
        } finally {
            policies.discard(
                    ADMIN,
                    draft.number(),
                    policies.policy(ADMIN, draft.number()).summary().version());
        }
    }

    @Test
    void a_closed_review_stays_as_it_is() {
        Reader lead = person("team-lead");
        Reader ann = person("guest");
        members(null, member(ann));
        AccessReview review = begin(ADMIN, lead);
        ReviewLine line = line(review, Way.MEMBER_ACCOUNT, name(ann));
        reviews.close(ADMIN, review.id());

        assertThat(outcomes(review)).containsExactly(Outcome.UNDECIDED);
        assertThat(inForce().members()).hasSize(1);
        assertThatThrownBy(() -> reviews.close(ADMIN, review.id()))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("closed by " + ADMIN.subject());
        assertThatThrownBy(() -> decide(lead, review, Decision.KEEP, line)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void the_last_admin_stays() {
        Reader lead = person("team-lead", "admin");
        AccessReview review = begin(ADMIN, ReviewScope.role("admin"), lead);
        ReviewLine[] all = reviews.lines(ADMIN, review.id()).stream()
                .filter(line -> line.way() == Way.ACCOUNT)
                .toArray(ReviewLine[]::new);
        ReviewLine own = line(review, Way.ACCOUNT, name(lead));

        assertThat(all).contains(own);
        ReviewLine left = removal.account(ADMIN, own, new HashSet<>(Set.of(Objects.requireNonNull(own.account()))));
        assertThat(left.outcome()).isEqualTo(Outcome.LEFT);
        assertThat(left.remark()).contains("last enabled admin", "make another account admin first");
        assertThat(roles(lead)).contains("admin");
        assertThat(jdbc.sql("SELECT reason FROM audit_entry WHERE thing_id = ? AND action = 'access.account.assign'"
                                + " AND refused")
                        .param(name(lead))
                        .query(String.class)
                        .single())
                .contains("last enabled admin");
    }

    @Test
    void nobody_removes_what_they_may_not_and_the_rest_is_done() {
        Reader lead = person("team-lead");
        Reader bo = person("guest");
        publish(new Role(
                role,
                "For a test",
                Set.of(),
                null,
                List.of(member(bo)),
                List.of(Grant.allow("catalog.entity.read"), Grant.allow("secrets.secret.manage"))));
        Reader ann = person("guest", role);
        String closers = role + "-closers";
        publish(new Role(
                closers,
                "For a test",
                Set.of(),
                null,
                List.of(),
                List.of(
                        Grant.allow("access.review.*"),
                        Grant.allow("access.role.edit"),
                        Grant.allow("access.policy.*"))));
        Reader closer = person("guest", closers);
        AccessReview review = begin(ADMIN, lead);
        decide(
                lead,
                review,
                Decision.REMOVE,
                line(review, Way.ACCOUNT, name(ann)),
                line(review, Way.MEMBER_ACCOUNT, name(bo)));

        reviews.close(closer, review.id());

        assertThat(outcomes(review)).containsExactly(Outcome.LEFT, Outcome.LEFT);
        assertThat(line(review, Way.ACCOUNT, name(ann)).remark()).contains("access.account.manage");
        assertThat(line(review, Way.MEMBER_ACCOUNT, name(bo)).remark()).contains("does not hold");
        assertThat(roles(ann)).contains(role);
        assertThat(inForce().members()).containsExactly(member(bo));
        assertThat(reviews.review(ADMIN, review.id()).progress().left()).isEqualTo(2);
    }

    @Test
    void whoever_holds_it_through_a_group_stays_and_the_group_is_named() {
        Reader lead = person("team-lead");
        Reader ann = person("guest");
        String group = "group:default/" + role;
        push(name(ann));
        try {
            members(null, new RoleMember(Kind.GROUP, group, null));
            AccessReview review = begin(ADMIN, lead);
            assertThat(line(review, Way.MEMBER_GROUP, group).people()).isOne();
            decide(lead, review, Decision.REMOVE, line(review, Way.THROUGH_GROUP, name(ann)));
            reviews.close(ADMIN, review.id());
            assertThat(line(review, Way.THROUGH_GROUP, name(ann)).outcome()).isEqualTo(Outcome.LEFT);
            assertThat(line(review, Way.THROUGH_GROUP, name(ann)).remark()).contains(group, "Take them out");
            assertThat(inForce().members()).hasSize(1);

            AccessReview next = begin(ADMIN, lead);
            decide(lead, next, Decision.REMOVE, line(next, Way.MEMBER_GROUP, group));
            decide(lead, next, Decision.KEEP, line(next, Way.THROUGH_GROUP, name(ann)));
            reviews.close(ADMIN, next.id());
            assertThat(outcomes(next)).containsExactly(Outcome.REMOVED, Outcome.GONE);
            assertThat(line(next, Way.THROUGH_GROUP, name(ann)).remark()).contains("Went with " + group);
            assertThat(inForce().members()).isEmpty();
        } finally {
            sources.remove(role, ADMIN);
        }
    }

    @Test
    void what_was_refused_while_closing_is_in_the_trail_though_the_closing_is_undone() {
        Reader lead = person("team-lead");
        members(null);
        Reader ann = person("guest", role);
        String closers = role + "-closers";
        publish(new Role(closers, "For a test", Set.of(), null, List.of(), List.of(Grant.allow("access.review.*"))));
        Reader closer = person("guest", closers);
        AccessReview review = begin(ADMIN, lead);
        decide(lead, review, Decision.REMOVE, line(review, Way.ACCOUNT, name(ann)));
        jdbc.sql("ALTER TABLE access_review ADD CONSTRAINT fails_in_a_test CHECK (title <> 'For a test'"
                        + " OR closed_at IS NULL) NOT VALID")
                .update();
        try {
            assertThatThrownBy(() -> reviews.close(closer, review.id())).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.sql("ALTER TABLE access_review DROP CONSTRAINT fails_in_a_test")
                    .update();
        }

        assertThat(reviews.review(ADMIN, review.id()).open()).isTrue();
        assertThat(refused(closer)).containsExactly("access.account.assign " + name(ann));
        reviews.close(closer, review.id());
        assertThat(refused(closer))
                .containsExactly("access.account.assign " + name(ann), "access.account.assign " + name(ann));
    }

    private List<String> refused(Reader reader) {
        return jdbc.sql("SELECT action || ' ' || thing_id FROM audit_entry WHERE actor = ? AND refused ORDER BY id")
                .param(reader.subject())
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    @Test
    void what_changed_since_the_snapshot_is_left_alone() {
        Reader lead = person("team-lead");
        Reader ann = person("guest");
        Reader bo = person("guest");
        members(null, member(ann), member(bo));
        AccessReview review = begin(ADMIN, lead);
        decide(lead, review, Decision.REMOVE, reviews.lines(lead, review.id()).toArray(ReviewLine[]::new));
        RoleMember again = new RoleMember(Kind.ACCOUNT, name(bo), Instant.parse("2100-01-01T00:00:00Z"));
        members(null, again);

        reviews.close(ADMIN, review.id());

        assertThat(outcomes(review)).containsExactly(Outcome.GONE, Outcome.CHANGED);
        assertThat(line(review, Way.MEMBER_ACCOUNT, name(bo)).remark()).contains("1 Jan 2100", "never");
        assertThat(inForce().members()).containsExactly(again);
    }

    @Test
    void a_service_token_is_revoked_where_it_has_no_other_role() {
        Reader lead = person("team-lead");
        members(null);
        tokens.create(ADMIN, TokenRequest.service(role + "-one", Set.of(role), null));
        tokens.create(ADMIN, TokenRequest.service(role + "-two", Set.of(role, "guest"), null));
        AccessReview review = begin(ADMIN, lead);
        assertThat(line(review, Way.TOKEN, role + "-one").until())
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(91)));
        assertThat(line(review, Way.TOKEN, role + "-one").since()).isBefore(Instant.now());
        decide(lead, review, Decision.REMOVE, reviews.lines(lead, review.id()).toArray(ReviewLine[]::new));
        jdbc.sql("UPDATE access_token SET expires_at = expires_at + interval '9 days' WHERE name = ?")
                .param(role + "-one")
                .update();

        reviews.close(ADMIN, review.id());

        assertThat(outcomes(review)).containsExactly(Outcome.REMOVED, Outcome.LEFT);
        assertThat(line(review, Way.TOKEN, role + "-two").remark()).contains("guest", "revoke");
        jdbc.sql("DELETE FROM access_token WHERE name LIKE ?")
                .param(role + "-%")
                .update();
    }

    @Test
    void a_token_that_was_made_or_given_anew_since_the_snapshot_is_left_alone() {
        Reader lead = person("team-lead");
        RoleMember some = new RoleMember(Kind.TOKEN, role + "-member", Instant.parse("2099-01-01T00:00:00Z"));
        members(null, some);
        tokens.create(ADMIN, TokenRequest.service(role + "-made", Set.of(role), null));
        tokens.create(ADMIN, TokenRequest.service(role + "-member", Set.of("guest"), null));
        AccessReview review = begin(ADMIN, lead);
        decide(lead, review, Decision.REMOVE, reviews.lines(lead, review.id()).toArray(ReviewLine[]::new));
        jdbc.sql("DELETE FROM access_token WHERE name = ?")
                .param(role + "-made")
                .update();
        tokens.create(ADMIN, TokenRequest.service(role + "-made", Set.of(role), null));
        RoleMember longer = new RoleMember(Kind.TOKEN, role + "-member", Instant.parse("2100-01-01T00:00:00Z"));
        members(null, longer);

        reviews.close(ADMIN, review.id());

        assertThat(outcomes(review)).containsExactly(Outcome.CHANGED, Outcome.CHANGED);
        assertThat(line(review, Way.TOKEN, role + "-made").remark()).contains("Made anew");
        assertThat(line(review, Way.MEMBER_TOKEN, role + "-member").remark()).contains("1 Jan 2100", "1 Jan 2099");
        assertThat(inForce().members()).containsExactly(longer);
        jdbc.sql("DELETE FROM access_token WHERE name LIKE ?")
                .param(role + "-%")
                .update();
    }

    private List<Outcome> outcomes(AccessReview review) {
        return reviews.lines(ADMIN, review.id()).stream()
                .map(ReviewLine::outcome)
                .map(Objects::requireNonNull)
                .toList();
    }

    private void push(String account) {
        String text = """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: %1$s}
                spec: {type: team, children: []}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: %2$s}
                spec: {memberOf: [%1$s]}
                """.formatted(role, account);
        sources.push(role, List.of(new DescriptorUpload("a.yaml", text.getBytes(StandardCharsets.UTF_8))), ADMIN);
    }
}
