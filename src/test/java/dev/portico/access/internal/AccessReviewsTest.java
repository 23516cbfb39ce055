package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.access.AccessReview;
import dev.portico.access.AccessReview.Progress;
import dev.portico.access.NewAccessReview;
import dev.portico.access.ReviewChoice;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewLine.Outcome;
import dev.portico.access.ReviewLine.Way;
import dev.portico.access.ReviewScope;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.RoleMember.Kind;
import dev.portico.access.SampleDecisions;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Beginning reviews and deciding in them: what is in a snapshot, who sees it, who decides.
final class AccessReviewsTest extends ReviewingTest {

    @Autowired
    private ReviewEnds ends;

    @Autowired
    private SampleDecisions samples;

    @Test
    void a_snapshot_has_a_line_for_each_way_in_which_somebody_holds_a_role() {
        Reader lead = person("team-lead");
        Reader bo = person("guest");
        Instant until = Instant.parse("2100-01-01T00:00:00Z");
        members(null);
        members(null, member(bo), new RoleMember(Kind.GROUP, "group:default/" + role, until));
        Reader ann = person(role);

        AccessReview review = begin(ADMIN, lead);

        assertThat(review.progress()).isEqualTo(new Progress(3, 0, 0, 0, 0));
        assertThat(review.roles()).containsExactly(role);
        assertThat(reviews.lines(ADMIN, review.id()))
                .extracting(ReviewLine::number, ReviewLine::way, ReviewLine::holder, ReviewLine::until)
                .containsExactly(
                        tuple(1, Way.ACCOUNT, name(ann), null),
                        tuple(2, Way.MEMBER_ACCOUNT, name(bo), null),
                        tuple(3, Way.MEMBER_GROUP, "group:default/" + role, until));
        assertThat(line(review, Way.MEMBER_ACCOUNT, name(bo)).since()).isBefore(review.madeAt());
        assertThat(told(lead)).containsExactly("You review who holds the role " + role);
        assertThat(actions(review)).containsExactly("access.review.start");
    }

    @Test
    void since_when_somebody_holds_it_is_not_told_beyond_a_policy_that_cannot_be_read() {
        Reader lead = person("team-lead");
        Reader bo = person("guest");
        Reader cy = person("guest");
        jdbc.sql("""
                        INSERT INTO access_policy (version, note, document, created_by, changed_by, published_by,
                                                   published_at)
                        VALUES (1, 'broken', '{"roles":[{"name":"admin","grants":"*"}]}', 't', 't', 't', now())
                        """).update();
        members(null, member(bo));
        members(null, member(bo), member(cy));

        AccessReview review = begin(ADMIN, lead);

        assertThat(line(review, Way.MEMBER_ACCOUNT, name(bo)).since()).isNull();
        assertThat(line(review, Way.MEMBER_ACCOUNT, name(cy)).since()).isBefore(review.madeAt());
    }

    @Test
    void what_was_used_within_what_is_recorded_is_told() {
        Reader ann = person("guest");
        Reader bo = person("guest");
        members(null, member(ann), member(bo));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        decision(today.minusDays(31), "account:" + name(bo), "catalog.entity.read", "ALL");
        decision(today.minusDays(3), "token:" + name(ann) + "/laptop", "catalog.entity.read", "SOME");
        decision(today.minusDays(1), "account:" + name(ann), "catalog.entity.read", "NONE");
        decision(today.minusDays(1), "account:" + name(ann), "audit.entry.read", "ALL");
        try {
            AccessReview review = begin(ADMIN, person("team-lead"));

            assertThat(line(review, Way.MEMBER_ACCOUNT, name(ann)).lastUsed()).isEqualTo(today.minusDays(3));
            assertThat(review.unused(line(review, Way.MEMBER_ACCOUNT, name(ann))))
                    .isFalse();
            assertThat(line(review, Way.MEMBER_ACCOUNT, name(bo)).lastUsed()).isEqualTo(today.minusDays(31));
            assertThat(review.unused(line(review, Way.MEMBER_ACCOUNT, name(bo))))
                    .isTrue();
            assertThat(review.recordedDays()).isEqualTo(30);
        } finally {
            jdbc.sql("DELETE FROM access_decision WHERE subject LIKE ? OR subject LIKE ?")
                    .params("%:" + name(ann) + "%", "%:" + name(bo) + "%")
                    .update();
        }
    }

    @Test
    void only_its_reviewers_and_who_may_read_reviews_see_one() {
        Reader lead = person("team-lead");
        members(null);
        AccessReview review = begin(ADMIN, lead);
        Reader auditor = person("auditor");
        Reader other = person("team-lead");
        Reader engineer = person("engineer");

        assertThat(reviews.review(lead, review.id())).isEqualTo(review);
        assertThat(reviews.review(auditor, review.id())).isEqualTo(review);
        assertThat(reviews.list(auditor, true, null, 200)).contains(review);
        assertThat(reviews.list(other, null, null, 200)).doesNotContain(review);
        assertThatThrownBy(() -> reviews.lines(other, review.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> reviews.review(engineer, review.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> reviews.list(engineer, null, null, 10)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> reviews.today(engineer, ReviewScope.role(role)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> begin(auditor, lead)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> reviews.close(lead, review.id())).isInstanceOf(Refusal.Forbidden.class);
        assertThat(reviews.mayDecide(auditor, review)).isFalse();
        assertThat(reviews.mayClose(ADMIN, review)).isTrue();
        assertThat(reviews.scopes(engineer)).isEmpty();
    }

    @Test
    void whoever_looks_after_a_space_reviews_its_roles_and_no_others() {
        String space = "reviewed-" + role.substring(9);
        spaces.create(ADMIN, space, "Reviewed", "", Set.of());
        Reader ann = person("guest");
        members(space, member(ann));
        String keepers = role + "-keepers";
        Reader keeper = person("guest");
        publish(new Role(keepers, "For a test", Set.of("space-admin"), space, List.of(member(keeper)), List.of()));

        AccessReview review = begin(keeper, ReviewScope.space(space), keeper);

        assertThat(review.roles()).containsExactly(role, keepers);
        assertThat(reviews.scopes(keeper)).contains(ReviewScope.space(space)).doesNotContain(ReviewScope.role("admin"));
        assertThatThrownBy(() -> begin(keeper, ReviewScope.role("engineer"), keeper))
                .isInstanceOf(Refusal.Forbidden.class);
        decide(keeper, review, Decision.REMOVE, line(review, Way.MEMBER_ACCOUNT, name(ann)));
        reviews.close(keeper, review.id());
        assertThat(inForce().members()).isEmpty();
    }

    @Test
    void what_does_not_fit_is_refused_with_the_field_and_the_remedy() {
        members(null);
        Instant soon = Instant.now().plus(Duration.ofDays(1));
        ReviewScope scope = ReviewScope.role(role);
        Reader lead = person("team-lead");
        Reader guest = person("guest");

        refused(new NewAccessReview(" ", scope, soon, Set.of(name(lead))), "At /title:");
        refused(new NewAccessReview("Q", scope, Instant.EPOCH, Set.of(name(lead))), "At /due:");
        refused(new NewAccessReview("Q", scope, soon, Set.of()), "At /reviewers:");
        refused(new NewAccessReview("Q", scope, soon, Set.of(name(guest))), name(guest), "access.review.decide");
        refused(new NewAccessReview("Q", new ReviewScope(null, null), soon, Set.of(name(lead))), "role and space");
        assertThatThrownBy(() -> begin(ADMIN, ReviewScope.role("no-such-role"), lead))
                .isInstanceOf(Refusal.NotFound.class);
        AccessReview review = begin(ADMIN, lead);
        assertThatThrownBy(() -> reviews.decide(lead, review.id(), List.of(new ReviewChoice(9, 0)), Decision.KEEP, ""))
                .hasMessageContaining("no line 9");
        assertThatThrownBy(() -> reviews.withdraw(ADMIN)).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void reviewers_decide_many_at_once_with_a_reason_and_take_it_back() {
        Reader lead = person("team-lead");
        Reader ann = person("guest");
        Reader bo = person("guest");
        members(null, member(ann), member(bo));
        AccessReview review = begin(ADMIN, lead);
        ReviewLine[] both = reviews.lines(lead, review.id()).toArray(ReviewLine[]::new);

        assertThatThrownBy(() -> reviews.decide(lead, review.id(), choices(both), Decision.REMOVE, " "))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("At /reason:");
        assertThatThrownBy(() -> decide(ADMIN, review, Decision.KEEP, both))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("no reviewer");
        assertThat(decide(lead, review, Decision.REMOVE, both).progress()).isEqualTo(new Progress(2, 0, 2, 0, 0));
        ReviewLine removed = line(review, Way.MEMBER_ACCOUNT, name(ann));
        assertThat(removed.decidedBy()).isEqualTo(lead.subject());
        assertThat(removed.reason()).isEqualTo("For a test");
        assertThat(inForce().members()).hasSize(2);
        reviews.decide(lead, review.id(), choices(removed), null, "");
        assertThat(reviews.review(lead, review.id()).progress()).isEqualTo(new Progress(2, 0, 1, 0, 0));
    }

    @Test
    void of_two_reviewers_who_decide_at_once_the_second_is_told() {
        Reader one = person("team-lead");
        Reader other = person("team-lead");
        Reader ann = person("guest");
        members(null, member(ann));
        AccessReview review = begin(ADMIN, one, other);
        ReviewLine seen = line(review, Way.MEMBER_ACCOUNT, name(ann));
        decide(one, review, Decision.KEEP, seen);

        assertThatThrownBy(() -> decide(other, review, Decision.REMOVE, seen))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("keep");
        assertThat(line(review, Way.MEMBER_ACCOUNT, name(ann)).decision()).isEqualTo(Decision.KEEP);
    }

    @Test
    void nobody_decides_about_themselves_while_there_is_another_reviewer() {
        Reader one = person("team-lead");
        Reader other = person("team-lead");
        members(null, member(one));
        AccessReview shared = begin(ADMIN, one, other);
        ReviewLine own = line(shared, Way.MEMBER_ACCOUNT, name(one));

        assertThatThrownBy(() -> decide(one, shared, Decision.KEEP, own))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("about themselves");
        decide(other, shared, Decision.KEEP, own);
        assertThat(line(shared, Way.MEMBER_ACCOUNT, name(one)).own()).isFalse();

        AccessReview alone = begin(ADMIN, one);
        decide(one, alone, Decision.KEEP, line(alone, Way.MEMBER_ACCOUNT, name(one)));
        assertThat(line(alone, Way.MEMBER_ACCOUNT, name(one)).own()).isTrue();
    }

    @Test
    void reviewers_are_told_once_when_a_review_is_overdue() {
        Reader lead = person("team-lead");
        members(null);
        AccessReview review = begin(ADMIN, lead);
        jdbc.sql("UPDATE access_review SET due_at = now() - interval '1 minute' WHERE id = ?")
                .param(review.id())
                .update();
        ends.run();
        ends.run();

        assertThat(told(lead)).filteredOn(title -> title.startsWith("Overdue")).hasSize(1);
        assertThat(reviews.review(lead, review.id()).overdue(Instant.now())).isTrue();
    }

    @Test
    void who_holds_a_role_today_is_told_without_a_review() {
        Reader ann = person("guest");
        members(null, member(ann));

        assertThat(reviews.today(person("auditor"), ReviewScope.role(role)))
                .extracting(ReviewLine::holder)
                .containsExactly(name(ann));
    }

    @Test
    void what_changed_since_the_snapshot_is_told_in_an_open_review() {
        Reader lead = person("team-lead");
        Reader ann = person("guest");
        Reader bo = person("guest");
        members(null, member(ann), member(bo));
        AccessReview review = begin(ADMIN, lead);
        members(null, new RoleMember(Kind.ACCOUNT, name(bo), Instant.parse("2100-01-01T00:00:00Z")));

        assertThat(reviews.lines(lead, review.id()))
                .extracting(ReviewLine::outcome)
                .containsExactly(Outcome.GONE, Outcome.CHANGED);
    }

    @Test
    void a_line_of_many_says_when_one_of_them_last_used_it() {
        Reader ann = person();
        members(null, new RoleMember(Kind.EVERYONE, "", null));
        String above = role + "-above";
        publish(new Role(above, "For a test", Set.of(role), null, List.of(member(ann)), List.of()));
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        decision(day, "account:" + name(ann), "catalog.entity.read", "ALL");
        try {
            AccessReview review = begin(ADMIN, person("team-lead"));

            assertThat(line(review, Way.THROUGH_ROLE, above).lastUsed()).isEqualTo(day);
            assertThat(line(review, Way.EVERYONE, "").lastUsed()).isAfterOrEqualTo(day);
        } finally {
            jdbc.sql("DELETE FROM access_decision WHERE subject = ?")
                    .param("account:" + name(ann))
                    .update();
        }
    }

    @Test
    void what_a_sample_made_up_counts_in_its_own_reviews_alone_and_goes_with_it() {
        Reader job = Reader.system("seeds-of-a-test");
        Reader ann = person("guest");
        members(null, member(ann));
        samples.add(job, List.of(new SampleDecisions.Past("account:" + name(ann), "catalog.entity.read", 4)));
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(4);
        Reader lead = person("team-lead");
        try {
            assertThat(line(begin(job, lead), Way.MEMBER_ACCOUNT, name(ann)).lastUsed())
                    .isEqualTo(day);
            assertThat(line(begin(ADMIN, lead), Way.MEMBER_ACCOUNT, name(ann)).lastUsed())
                    .isNull();
            assertThatThrownBy(() -> samples.add(ADMIN, List.of())).isInstanceOf(Refusal.Forbidden.class);
        } finally {
            samples.remove(job);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM access_decision WHERE made_by IS NOT NULL AND subject = ?")
                        .param("account:" + name(ann))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoever_decided_by_a_token_is_called_by_their_name() {
        Reader lead = person("team-lead");
        members(null, member(person("guest")));
        AccessReview review = begin(ADMIN, lead);
        Reader wide = new Reader(
                "token:" + name(lead) + "/wide",
                lead.account(),
                lead.name(),
                null,
                Set.of(),
                lead.roles(),
                Set.of("access.review.*"));
        decide(wide, review, Decision.KEEP, reviews.lines(ADMIN, review.id()).getFirst());

        assertThat(reviews.lines(ADMIN, review.id()).getFirst().decider())
                .isEqualTo(lead.name() + ", by the token wide");
    }

    private void refused(NewAccessReview asked, String... words) {
        assertThatThrownBy(() -> reviews.start(ADMIN, asked))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContainingAll(words);
    }

    private void decision(LocalDate day, String subject, String permission, String result) {
        jdbc.sql("INSERT INTO access_decision (day, subject, permission, asked, thing_type, thing_id, result)"
                        + " VALUES (?, ?, ?, 'LIST', 'entity', '', ?)")
                .params(day, subject, permission, result)
                .update();
    }
}
