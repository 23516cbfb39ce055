package dev.portico.access.internal;

import dev.portico.PorticoTest;
import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Grant;
import dev.portico.access.NewAccessReview;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.ReviewChoice;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewLine.Way;
import dev.portico.access.ReviewScope;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Spaces;
import dev.portico.kernel.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A role of its own with members, and people who review it. Whatever a test changes is taken away after it.
@PorticoTest
abstract class ReviewingTest {

    static final Reader ADMIN = TestAccounts.ADMIN;

    @Autowired
    AccessReviews reviews;

    @Autowired
    Accounts accounts;

    @Autowired
    Policies policies;

    @Autowired
    Spaces spaces;

    @Autowired
    JdbcClient jdbc;

    final List<UUID> made = new ArrayList<>();
    final List<UUID> begun = new ArrayList<>();
    String role = "";
    int former;

    @BeforeEach
    void before() {
        former = policies.inForce(ADMIN).number();
        role = "reviewed-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void away() {
        begun.forEach(review ->
                jdbc.sql("DELETE FROM access_review WHERE id = ?").param(review).update());
        PolicySummary now = policies.inForce(ADMIN);
        if (now.number() != former) {
            int version = policies.policy(ADMIN, former).summary().version();
            policies.publish(ADMIN, former, version, now.number());
        }
        spaces.list(ADMIN).stream()
                .filter(space -> space.name().startsWith("reviewed-"))
                .forEach(space -> spaces.delete(ADMIN, space.name(), space.version()));
        made.forEach(account -> accounts.remove(ADMIN, account));
    }

    /// Puts the role of the test in force, with these members.
    Role members(@Nullable String space, RoleMember... members) {
        Role wanted = new Role(
                role, "For a test", Set.of(), space, List.of(members), List.of(Grant.allow("catalog.entity.read")));
        publish(wanted);
        return wanted;
    }

    void publish(Role wanted) {
        int now = policies.inForce(ADMIN).number();
        PolicySummary draft = policies.draft(ADMIN, null, "For a test");
        PolicySummary put = policies.put(ADMIN, draft.number(), draft.version(), wanted);
        policies.publish(ADMIN, put.number(), put.version(), now);
    }

    AccessReview begin(Reader by, Reader... reviewers) {
        return begin(by, ReviewScope.role(role), reviewers);
    }

    AccessReview begin(Reader by, ReviewScope scope, Reader... reviewers) {
        AccessReview review = reviews.start(
                by,
                new NewAccessReview(
                        "For a test",
                        scope,
                        Instant.now().plus(Duration.ofDays(7)),
                        Arrays.stream(reviewers).map(ReviewingTest::name).collect(Collectors.toSet())));
        begun.add(review.id());
        return review;
    }

    AccessReview decide(Reader by, AccessReview review, Decision decision, ReviewLine... lines) {
        return reviews.decide(by, review.id(), choices(lines), decision, "For a test");
    }

    static List<ReviewChoice> choices(ReviewLine... lines) {
        return Arrays.stream(lines)
                .map(line -> new ReviewChoice(line.number(), line.version()))
                .toList();
    }

    ReviewLine line(AccessReview review, Way way, String holder) {
        return reviews.lines(ADMIN, review.id()).stream()
                .filter(line -> line.way() == way && line.holder().equals(holder))
                .findFirst()
                .orElseThrow();
    }

    Role inForce() {
        return policies.policy(ADMIN, policies.inForce(ADMIN).number()).roles().stream()
                .filter(one -> one.name().equals(role))
                .findFirst()
                .orElseThrow();
    }

    Reader person(String... roles) {
        AccountSummary account = TestAccounts.make(accounts, roles);
        made.add(account.id());
        return new Reader(
                "account:" + account.name(), account.id(), account.displayName(), null, Set.of(), Set.of(roles), null);
    }

    static RoleMember member(Reader reader) {
        return new RoleMember(RoleMember.Kind.ACCOUNT, name(reader), null);
    }

    static String name(Reader reader) {
        return reader.subject().substring("account:".length());
    }

    Set<String> roles(Reader reader) {
        return accounts.account(ADMIN, Objects.requireNonNull(reader.account())).roles();
    }

    List<String> told(Reader reader) {
        return jdbc.sql("SELECT title FROM notifications_entry WHERE account = ? ORDER BY sent_at, id")
                .param(reader.account())
                .query((row, line) -> row.getString(1))
                .list();
    }

    List<String> actions(AccessReview review) {
        return jdbc.sql("SELECT action FROM audit_entry WHERE thing_type = 'access-review' AND thing_id = ?"
                        + " AND NOT refused ORDER BY id")
                .param(review.id().toString())
                .query((row, line) -> row.getString(1))
                .list();
    }
}
