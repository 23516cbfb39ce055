package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequest.State;
import dev.portico.access.Grant;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.Permission;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.RoleOption;
import dev.portico.access.Scope;
import dev.portico.access.Space;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Answering: what is given, by whom, until when, and what becomes of it.
final class RequestAnswersTest extends AskingTest {

    @Test
    void whoever_is_refused_asks_is_given_a_role_for_a_day_and_loses_it_when_the_day_is_over() {
        assertThat(may(ann, Instant.EPOCH)).isFalse();
        AccessRequest request = ask(ann);
        assertThat(request.state()).isEqualTo(State.WAITING);
        assertThat(told(ann)).isEmpty();

        List<RoleOption> options = requests.options(ADMIN, request.id());
        assertThat(options).extracting(RoleOption::role).contains("engineer", "operator", "auditor");
        assertThat(options).extracting(option -> option.adds().size()).isSorted();
        assertThat(options).allMatch(RoleOption::open);

        Instant tomorrow = inForce.evaluator().now().plus(Duration.ofDays(1));
        AccessRequest approved = requests.approve(ADMIN, request.id(), "engineer", tomorrow, "Until the move is done");
        assertThat(approved.state()).isEqualTo(State.APPROVED);
        assertThat(approved.decidedBy()).isEqualTo(ADMIN.subject());
        assertThat(may(ann, Instant.EPOCH)).isTrue();
        assertThat(may(ann, tomorrow.minusSeconds(1))).isTrue();
        Reader laptop = new Reader(
                "token:" + name(ann) + "/laptop", ann.account(), ann.name(), null, Set.of(), ann.roles(), null);
        assertThat(may(laptop, Instant.EPOCH)).isTrue();
        assertThat(may(ann, tomorrow.plusSeconds(1))).isFalse();
        assertThat(told(ann)).containsExactly("Approved: " + WANTED);
        assertThat(role("engineer").members())
                .contains(new RoleMember(RoleMember.Kind.ACCOUNT, name(ann), Objects.requireNonNull(approved.until())));
        assertThat(actions(request.id())).containsExactly("access.request.make", "access.request.approve");
    }

    @Test
    void what_is_held_until_a_moment_can_be_asked_for_and_given_for_longer() {
        AccessRequest first = ask(ann);
        Instant soon = inForce.evaluator().now().plus(Duration.ofHours(1));
        requests.approve(ADMIN, first.id(), "engineer", soon, "");
        assertThat(may(ann, Instant.EPOCH)).isTrue();

        AccessRequest second = ask(ann);
        assertThat(requests.options(ADMIN, second.id()))
                .extracting(RoleOption::role)
                .contains("engineer", "operator");
        requests.approve(ADMIN, second.id(), "operator", soon.plus(Duration.ofDays(2)), "");

        assertThat(may(ann, soon.plusSeconds(1))).isTrue();
        assertThat(may(ann, soon.plus(Duration.ofDays(3)))).isFalse();
        member(role("engineer").heldBy(List.of(new RoleMember(RoleMember.Kind.ACCOUNT, name(ann), null))));
        assertThatThrownBy(() -> ask(ann)).isInstanceOf(Refusal.Conflict.class).hasMessageContaining("already");
    }

    @Test
    void whoever_was_given_something_is_told_once_before_it_ends_and_once_when_it_has() {
        AccessRequest request = ask(ann);
        requests.approve(
                ADMIN, request.id(), "engineer", inForce.evaluator().now().plus(Duration.ofDays(7)), "");
        ends.run();
        assertThat(told(ann)).hasSize(1);

        jdbc.sql("UPDATE access_request SET until = now() + interval '20 hours',"
                        + " decided_at = now() - interval '6 days' WHERE id = ?")
                .param(request.id())
                .update();
        ends.run();
        ends.run();
        assertThat(told(ann)).containsExactly("Approved: " + WANTED, "Ends soon: " + WANTED);

        jdbc.sql("UPDATE access_request SET until = now() - interval '1 second' WHERE id = ?")
                .param(request.id())
                .update();
        ends.run();
        ends.run();
        assertThat(told(ann)).containsExactly("Approved: " + WANTED, "Ends soon: " + WANTED, "Ended: " + WANTED);
    }

    @Test
    void nobody_gives_what_they_do_not_hold() {
        Reader lead = person("space-admin");
        AccessRequest request =
                requests.ask(ann, new NewAccessRequest("audit.entry.read", null, null, "To look around", 1));
        List<RoleOption> options = requests.options(lead, request.id());

        assertThat(options).isNotEmpty().noneMatch(RoleOption::open);
        assertThatThrownBy(() -> requests.approve(
                        lead, request.id(), "auditor", inForce.evaluator().now().plusSeconds(60), ""))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("does not hold");
        assertThat(policies.inForce(ADMIN).number()).isEqualTo(former);
        assertThatThrownBy(() -> requests.approve(
                        ADMIN, request.id(), "guest", inForce.evaluator().now().plusSeconds(60), ""))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("would not give");
        assertThatThrownBy(() -> requests.approve(ADMIN, request.id(), "auditor", Instant.EPOCH, ""))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void the_admin_of_a_space_is_told_of_its_requests_and_grants_within_it_alone() {
        Space space = space();
        Reader lead = person("engineer");
        member(new Role(
                "asked-leads",
                "Look after the space of a test.",
                Set.of("space-admin"),
                space.name(),
                List.of(new RoleMember(RoleMember.Kind.ACCOUNT, name(lead), null)),
                List.of()));
        Reader ben = person("engineer");
        AccessRequest request =
                requests.ask(ben, new NewAccessRequest("catalog.source.register", null, space.name(), "A source", 7));
        assertThat(told(lead)).containsExactly("Tester asks for catalog.source.register in " + space.name());
        AccessRequest elsewhere = requests.ask(ben, new NewAccessRequest("audit.entry.read", null, null, "Look", 7));
        assertThat(told(lead)).hasSize(1);

        assertThat(requests.list(lead, ALL, "", null, 10)).containsExactly(request);
        assertThat(requests.waiting(lead)).isOne();
        assertThatThrownBy(() -> requests.request(lead, elsewhere.id())).isInstanceOf(Refusal.NotFound.class);
        List<RoleOption> options = requests.options(lead, request.id());
        assertThat(options).filteredOn(RoleOption::open).allMatch(option -> space.name()
                .equals(option.space()));

        String role = space.name() + ".space-admin";
        requests.approve(lead, request.id(), role, inForce.evaluator().now().plus(Duration.ofDays(7)), "");
        Role given = role(role);
        assertThat(given.space()).isEqualTo(space.name());
        assertThat(given.includes()).containsExactly("space-admin");
        assertThat(access.scope(ben, permission("catalog.source.register"))).isInstanceOf(Scope.Where.class);
    }

    @Test
    void of_two_who_answer_at_the_same_moment_one_succeeds_and_the_other_is_told() throws Exception {
        AccessRequest request = ask(ann);
        Instant later = inForce.evaluator().now().plus(Duration.ofDays(1));
        CountDownLatch start = new CountDownLatch(1);
        List<Object> outcomes = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> answers = new ArrayList<>();
            for (String role : List.of("engineer", "auditor")) {
                Callable<Object> answer = () -> {
                    start.await();
                    try {
                        return requests.approve(ADMIN, request.id(), role, later, "");
                    } catch (Refusal.Conflict late) {
                        return late;
                    }
                };
                answers.add(both.submit(answer));
            }
            start.countDown();
            for (Future<Object> answer : answers) {
                outcomes.add(answer.get());
            }
        }

        assertThat(outcomes).filteredOn(AccessRequest.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Refusal.Conflict.class::isInstance)
                .singleElement()
                .extracting(late -> ((Refusal.Conflict) late).reason())
                .asString()
                .contains("has approved it already");
        assertThat(actions(request.id())).containsExactly("access.request.make", "access.request.approve");
        long given = policies.policy(ADMIN, policies.inForce(ADMIN).number()).roles().stream()
                .flatMap(role -> role.members().stream())
                .filter(member -> member.name().equals(name(ann)))
                .count();
        assertThat(given).isOne();
    }

    @Test
    void a_draft_that_somebody_works_on_gets_what_was_given_meanwhile() {
        Reader editor = person("admin");
        PolicySummary draft = policies.draft(editor, null, "Worked on meanwhile");
        AccessRequest request = ask(ann);
        requests.approve(
                ADMIN, request.id(), "engineer", inForce.evaluator().now().plus(Duration.ofDays(1)), "");

        List<RoleMember> members = policies.policy(ADMIN, draft.number()).roles().stream()
                .filter(role -> role.name().equals("engineer"))
                .flatMap(role -> role.members().stream())
                .toList();
        assertThat(members).extracting(RoleMember::name).contains(name(ann));
        PolicySummary now = policies.policy(ADMIN, draft.number()).summary();
        assertThat(now.changedBy()).as("who edited it last").isEqualTo(editor.subject());
        assertThat(now.changedAt()).isEqualTo(draft.changedAt());
        assertThat(now.version()).as("so that nobody writes over it").isEqualTo(draft.version() + 1);
        policies.discard(ADMIN, draft.number(), now.version());
    }

    @Test
    void what_adds_least_to_what_the_asker_has_is_offered_first_with_all_that_comes_with_it() {
        member(new Role(
                "asked-sources",
                "Reads sources.",
                Set.of(),
                null,
                List.of(),
                List.of(Grant.allow(WANTED), Grant.allow("catalog.entity.validate"))));
        Reader ben = person("engineer");
        AccessRequest request =
                requests.ask(ben, new NewAccessRequest("access.policy.read", null, null, "To see who may what", 1));

        RoleOption auditor = requests.options(ADMIN, request.id()).stream()
                .filter(option -> option.role().equals("auditor"))
                .findFirst()
                .orElseThrow();
        assertThat(auditor.adds())
                .extracting(Permission::name)
                .contains("audit.entry.read")
                .doesNotContain("access.policy.read", "catalog.entity.read");

        RoleOption least = requests.least(ann, new NewAccessRequest(WANTED, null, null, "", null))
                .orElseThrow();
        assertThat(least.role()).isEqualTo("asked-sources");
        assertThat(least.adds()).extracting(Permission::name).containsExactly("catalog.entity.validate");
        AccessRequest asked = ask(ann);
        assertThat(requests.options(ADMIN, asked.id()).getFirst().role()).isEqualTo("asked-sources");
    }

    @Test
    void of_two_roles_that_add_the_same_the_narrower_one_is_offered_first() {
        Space space = space();
        AccessRequest request = requests.ask(
                person("engineer"), new NewAccessRequest("catalog.source.register", null, space.name(), "A source", 7));

        List<String> roles = requests.options(ADMIN, request.id()).stream()
                .map(RoleOption::role)
                .toList();
        assertThat(roles.indexOf(space.name() + ".operator")).isNotNegative().isLessThan(roles.indexOf("operator"));
    }

    @Test
    void whoever_asks_is_told_of_no_role_of_a_space_that_they_may_not_see() {
        Space space = space();
        member(new Role(
                "asked-secret",
                "What nobody else is to know.",
                Set.of(),
                space.name(),
                List.of(),
                List.of(Grant.allow("catalog.source.register"))));
        Reader ben = person("engineer");
        NewAccessRequest wanted = new NewAccessRequest("catalog.source.register", null, space.name(), "A source", 7);

        assertThat(requests.least(ben, wanted).orElseThrow().role()).isNotEqualTo("asked-secret");
        AccessRequest request = requests.ask(ben, wanted);
        assertThat(requests.options(ADMIN, request.id()).getFirst().role()).isEqualTo("asked-secret");
    }

    @Test
    void a_denial_has_a_reason_and_its_asker_reads_it() {
        AccessRequest request = ask(ann);
        assertThatThrownBy(() -> requests.deny(ADMIN, request.id(), " ")).isInstanceOf(Refusal.InvalidInput.class);
        AccessRequest denied = requests.deny(ADMIN, request.id(), "Ask your team first");

        assertThat(denied.state()).isEqualTo(State.DENIED);
        assertThat(requests.own(ann, null, 10)).singleElement().matches(own -> own.answer()
                .equals("Ask your team first"));
        assertThat(told(ann)).containsExactly("Denied: " + WANTED);
        assertThatThrownBy(() -> requests.withdraw(ann, request.id()))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("denied it already");
    }

    @Test
    void what_was_answered_long_ago_is_taken_away() {
        AccessRequest request = ask(ann);
        requests.deny(ADMIN, request.id(), "No");
        jdbc.sql("UPDATE access_request SET decided_at = now() - interval '366 days' WHERE id = ?")
                .param(request.id())
                .update();
        ends.run();

        assertThat(requests.own(ann, null, 10)).isEmpty();
    }
}
