package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequest.State;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.Permission;
import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Asking: what is taken, from whom, and who sees it.
final class AccessRequestsTest extends AskingTest {

    @Test
    void what_nobody_answers_ends_and_its_asker_is_told() {
        AccessRequest request = ask(ann);
        jdbc.sql("UPDATE access_request SET expires_at = now() WHERE id = ?")
                .param(request.id())
                .update();
        ends.run();

        assertThat(requests.request(ann, request.id()).state()).isEqualTo(State.EXPIRED);
        assertThat(told(ann)).containsExactly("Nobody answered: " + WANTED);
        assertThat(actions(request.id())).containsExactly("access.request.make", "access.request.expire");
        assertThatThrownBy(() -> requests.deny(ADMIN, request.id(), "Too late"))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("nobody answered it in time");
    }

    @Test
    void whoever_asks_again_meanwhile_asks_the_same() {
        AccessRequest first = ask(ann);
        AccessRequest second = requests.ask(ann, new NewAccessRequest(WANTED, null, null, "Still", 3));

        assertThat(second).isEqualTo(first);
        assertThat(requests.own(ann, null, 10)).containsExactly(first);
        requests.withdraw(ann, first.id());
        assertThat(ask(ann).id()).isNotEqualTo(first.id());
    }

    @Test
    void what_does_not_fit_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> requests.ask(ann, new NewAccessRequest("no.such.thing", null, null, "Why", null)))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> requests.ask(ann, new NewAccessRequest(WANTED, null, null, "  ", null)))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> requests.ask(ann, new NewAccessRequest(WANTED, null, null, "Why", 0)))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> requests.ask(ann, new NewAccessRequest(WANTED, null, "no-such-space", "Why", null)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> requests.ask(
                        ann, new NewAccessRequest("catalog.entity.refresh", "component:no/such", null, "Why", null)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> requests.ask(person("engineer"), new NewAccessRequest(WANTED, null, null, "Why", 1)))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("already");
        Reader service = new Reader("token:ci", null, "ci", null, Set.of(), Set.of("guest"), null);
        assertThatThrownBy(() -> requests.ask(service, new NewAccessRequest(WANTED, null, null, "Why", 1)))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_token_asks_only_where_it_may_speak_for_its_owner() {
        Reader narrow = new Reader(
                ann.subject(), ann.account(), ann.name(), null, Set.of(), ann.roles(), Set.of("catalog.entity.read"));
        assertThatThrownBy(() -> requests.ask(narrow, new NewAccessRequest(WANTED, null, null, "Why", 1)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> requests.own(narrow, null, 10)).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void nobody_sees_or_answers_the_requests_of_others_without_the_right() {
        AccessRequest request = ask(ann);
        Reader bo = person("engineer");
        Instant later = inForce.evaluator().now().plus(Duration.ofDays(1));

        assertThatThrownBy(() -> requests.list(bo, ALL, "", null, 10)).isInstanceOf(Refusal.Forbidden.class);
        assertThat(requests.waiting(bo)).isZero();
        assertThatThrownBy(() -> requests.request(bo, request.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> requests.options(bo, request.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> requests.withdraw(bo, request.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> requests.approve(bo, request.id(), "engineer", later, ""))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> requests.deny(bo, request.id(), "No")).isInstanceOf(Refusal.NotFound.class);

        Reader auditor = person("auditor");
        assertThat(requests.request(auditor, request.id())).isEqualTo(request);
        assertThatThrownBy(() -> requests.approve(auditor, request.id(), "engineer", later, ""))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> requests.deny(auditor, request.id(), "No")).isInstanceOf(Refusal.Forbidden.class);
        assertThat(requests.request(ann, request.id()).state()).isEqualTo(State.WAITING);
    }

    @Test
    void nobody_answers_their_own_request() {
        Reader lead = person("space-admin");
        AccessRequest request =
                requests.ask(lead, new NewAccessRequest("audit.entry.read", null, null, "To look around", 1));

        assertThatThrownBy(() -> requests.approve(
                        lead, request.id(), "auditor", inForce.evaluator().now().plusSeconds(60), ""))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("their own");
        assertThatThrownBy(() -> requests.deny(lead, request.id(), "No")).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void nobody_waits_for_more_than_twenty_answers() {
        List<Permission> many = permissions.all().stream()
                .filter(permission -> access.scope(ann, permission) instanceof Scope.None)
                .limit(21)
                .toList();
        assertThat(many).hasSize(21);
        many.subList(0, 20)
                .forEach(each -> requests.ask(ann, new NewAccessRequest(each.name(), null, null, "Everything", null)));

        assertThatThrownBy(() ->
                        requests.ask(ann, new NewAccessRequest(many.getLast().name(), null, null, "And this", null)))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("20");
        assertThat(requests.own(ann, null, 100)).hasSize(20);
    }
}
