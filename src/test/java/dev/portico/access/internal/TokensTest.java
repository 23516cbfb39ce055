package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewToken;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.audit.Audit;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PorticoTest
final class TokensTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Audit audit;

    @Autowired
    private Sightings sightings;

    @Autowired
    private JdbcClient jdbc;

    private TestPortal portal;
    private AccountSummary owner;
    private Reader reader;

    @BeforeEach
    void open_a_browser_and_make_an_account() {
        portal = TestPortal.of(context);
        owner = TestAccounts.make(accounts, Roles.ENGINEER);
        reader = new Reader("account:" + owner.name(), owner.id(), "Tester", null, Set.of(), owner.roles(), null);
    }

    @Test
    void a_personal_token_acts_as_its_owner_and_no_more_than_its_scopes() throws Exception {
        String all = tokens.create(reader, TokenRequest.personal("all", null)).text();
        String narrow = tokens.create(reader, TokenRequest.personal("narrow", Set.of("catalog.entity.read")))
                .text();

        assertThat(portal.call(all, "GET", "/api/portico/me", "").body())
                .contains("token:" + owner.name() + "/all", "catalog.source.read", "\"engineer\"");
        assertThat(portal.call(narrow, "GET", "/api/portico/me", "").body())
                .contains("\"permissions\":[\"catalog.entity.read\"]");
    }

    @Test
    void the_database_holds_no_token() {
        NewToken made = tokens.create(reader, TokenRequest.personal("secret", null));

        String dump = String.join(
                "\n",
                jdbc.sql("SELECT row_to_json(access_token)::text FROM access_token"
                                + " UNION ALL SELECT row_to_json(audit_entry)::text FROM audit_entry")
                        .query(String.class)
                        .list());

        assertThat(made.text()).startsWith(made.token().hint());
        assertThat(dump).contains(made.token().id().toString());
        assertThat(dump).doesNotContain(made.text()).doesNotContain(made.text().substring(12, 40));
        assertThat(made.toString()).doesNotContain(made.text());
    }

    @Test
    void revocation_bites_within_a_second() throws Exception {
        NewToken made = tokens.create(reader, TokenRequest.personal("revoked", null));
        assertThat(status(made.text())).isEqualTo(200);

        tokens.revoke(reader, made.token().id());

        Eventually.holds(Duration.ofSeconds(1), "the token is refused", () -> status(made.text()) == 401);
    }

    @Test
    void what_a_removed_account_made_for_services_by_a_token_ends_with_it() throws Exception {
        AccountSummary maker = TestAccounts.make(accounts, Roles.ADMIN);
        Reader admin = new Reader("account:" + maker.name(), maker.id(), "Maker", null, Set.of(), maker.roles(), null);
        String own = tokens.create(admin, TokenRequest.personal("own", null)).text();
        String body = "{\"name\": \"%s-service\", \"service\": true, \"roles\": [\"guest\"]}".formatted(maker.name());
        JsonNode made = JsonMapper.shared()
                .readTree(portal.call(own, "POST", "/api/portico/tokens", body).body());
        String service = made.path("text").asString();
        assertThat(status(service)).isEqualTo(200);

        accounts.remove(TestAccounts.ADMIN, maker.id());

        assertThat(status(service)).as("at once on the node that did it").isEqualTo(401);
        assertThat(audit.recent("token", made.at("/token/id").asString(), 1))
                .singleElement()
                .satisfies(row -> assertThat(row.after()).contains("was a token of " + maker.name()));
    }

    @Test
    void revocation_and_disabling_bite_within_a_second_on_a_node_that_heard_of_neither() throws Exception {
        NewToken revoked = tokens.create(reader, TokenRequest.personal("revoked", null));
        NewToken other = tokens.create(reader, TokenRequest.personal("other", null));
        assertThat(status(revoked.text())).isEqualTo(200);
        assertThat(status(other.text())).isEqualTo(200);

        jdbc.sql("UPDATE access_token SET revoked_at = now() WHERE id = ?")
                .param(revoked.token().id())
                .update();
        Eventually.holds(Duration.ofSeconds(1), "the token is refused", () -> status(revoked.text()) == 401);
        jdbc.sql("UPDATE access_account SET enabled = false WHERE id = ?")
                .param(owner.id())
                .update();
        Eventually.holds(Duration.ofSeconds(1), "the account is refused", () -> status(other.text()) == 401);
    }

    @Test
    void a_changed_role_bites_within_a_second() throws Exception {
        String token =
                tokens.create(reader, TokenRequest.personal("role", null)).text();
        assertThat(portal.call(token, "GET", "/api/portico/me", "").body()).contains("catalog.source.read");

        accounts.change(TestAccounts.ADMIN, owner.id(), AccountEdit.roles(Set.of(Roles.GUEST)));

        Eventually.holds(
                Duration.ofSeconds(1),
                "the role is gone",
                () -> !portal.call(token, "GET", "/api/portico/me", "").body().contains("catalog.source.read"));
    }

    @Test
    void a_token_is_over_when_the_database_says_so() throws Exception {
        NewToken made = tokens.create(reader, TokenRequest.personal("over", null));
        jdbc.sql("UPDATE access_token SET expires_at = now() - interval '1 second' WHERE id = ?")
                .param(made.token().id())
                .update();

        assertThat(status(made.text())).isEqualTo(401);
        assertThat(tokens.create(reader, TokenRequest.personal("over", null)).text())
                .isNotEqualTo(made.text());
    }

    @Test
    void a_service_token_has_roles_of_its_own() throws Exception {
        NewToken made = tokens.create(
                TestAccounts.ADMIN,
                TokenRequest.service("ci-" + owner.name(), Set.of(Roles.GUEST), Set.of("catalog.*")));

        assertThat(portal.call(made.text(), "GET", "/api/portico/me", "").body())
                .contains("token:ci-" + owner.name(), "\"guest\"");
        assertThatThrownBy(() -> tokens.create(reader, TokenRequest.service("ci", Set.of(Roles.GUEST), null)))
                .isInstanceOfSatisfying(Refusal.Forbidden.class, refusal -> assertThat(refusal.permission())
                        .isEqualTo("access.token.manage"));
    }

    @Test
    void a_token_makes_no_mightier_one() {
        tokens.create(reader, TokenRequest.personal("x", null));
        Reader narrow = new Reader(
                "token:" + owner.name() + "/x",
                owner.id(),
                "Tester",
                null,
                Set.of(),
                owner.roles(),
                Set.of("access.token.own", "catalog.entity.read"));

        assertThatThrownBy(() -> tokens.create(narrow, TokenRequest.personal("wide", Set.of("catalog.*"))))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(tokens.create(narrow, TokenRequest.personal("same", null))
                        .token()
                        .scopes())
                .containsExactlyInAnyOrder("access.token.own", "catalog.entity.read");
    }

    @Test
    void what_a_token_makes_ends_no_later_than_the_token_does() throws Exception {
        NewToken first = tokens.create(reader, new TokenRequest("first", false, Set.of(), null, Duration.ofDays(1)));

        String second = made(first.text(), "second");
        String third = made(second, "third");

        assertThat(tokens.own(reader)).hasSize(3).allSatisfy(token -> assertThat(token.expiresAt())
                .isBeforeOrEqualTo(first.token().expiresAt()));
        assertThat(status(third)).isEqualTo(200);
        tokens.revoke(reader, first.token().id());
        Eventually.holds(
                Duration.ofSeconds(1),
                "all three are refused",
                () -> status(first.text()) == 401 && status(second) == 401 && status(third) == 401);
        assertThat(audit.recent("token", tokens.own(reader).getFirst().id().toString(), 1)
                        .getFirst()
                        .toString())
                .contains("revokedAt");
    }

    @Test
    void a_token_that_ended_makes_no_other() {
        NewToken first = tokens.create(reader, TokenRequest.personal("gone", null));
        tokens.revoke(reader, first.token().id());
        Reader late = new Reader(
                "token:" + owner.name() + "/gone", owner.id(), "Tester", null, Set.of(), owner.roles(), null);

        assertThatThrownBy(() -> tokens.create(late, TokenRequest.personal("late", null)))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void a_token_with_scopes_touches_its_owners_tokens_only_where_they_say_so() throws Exception {
        NewToken other = tokens.create(reader, TokenRequest.personal("other", null));
        String narrow = tokens.create(reader, TokenRequest.personal("narrow", Set.of("catalog.entity.read")))
                .text();
        String fit = tokens.create(reader, TokenRequest.personal("fit", Set.of("access.token.own")))
                .text();
        String path = "/api/portico/tokens/" + other.token().id();

        assertThat(portal.call(narrow, "GET", "/api/portico/tokens", "").statusCode())
                .isEqualTo(403);
        assertThat(portal.call(narrow, "DELETE", path, "").statusCode()).isEqualTo(403);
        assertThat(status(other.text())).isEqualTo(200);
        assertThat(portal.call(fit, "GET", "/api/portico/tokens", "").body()).contains("\"other\"");
        assertThat(portal.call(fit, "DELETE", path, "").statusCode()).isEqualTo(204);
    }

    private String made(String token, String name) throws Exception {
        String answer = portal.call(token, "POST", "/api/portico/tokens", "{\"name\":\"" + name + "\",\"days\":90}")
                .body();
        return JsonMapper.shared().readTree(answer).path("text").asString();
    }

    @Test
    void what_does_not_fit_is_refused() {
        tokens.create(reader, TokenRequest.personal("taken", null));

        assertThatThrownBy(() -> tokens.create(reader, TokenRequest.personal("taken", null)))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> tokens.create(reader, TokenRequest.personal("scopes", Set.of("no.such.thing"))))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("matches no permission");
        assertThatThrownBy(() ->
                        tokens.create(reader, new TokenRequest("long", false, Set.of(), null, Duration.ofDays(91))))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("90 days");
        assertThatThrownBy(() ->
                        tokens.create(TestAccounts.ADMIN, TokenRequest.service("admin", Set.of(Roles.GUEST), null)))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void one_revokes_and_sees_ones_own_tokens_only() {
        NewToken made = tokens.create(reader, TokenRequest.personal("mine", null));
        AccountSummary stranger = TestAccounts.make(accounts, Roles.ENGINEER);
        Reader other = new Reader(
                "account:" + stranger.name(), stranger.id(), "Other", null, Set.of(), stranger.roles(), null);

        assertThat(tokens.own(other)).isEmpty();
        assertThatThrownBy(() -> tokens.revoke(other, made.token().id())).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> tokens.all(other, null, 10)).isInstanceOf(Refusal.Forbidden.class);
        assertThat(tokens.own(reader)).containsExactly(made.token());
        assertThat(tokens.all(TestAccounts.ADMIN, null, 500)).contains(made.token());
    }

    @Test
    void when_a_token_was_last_used_is_written_in_batches() throws Exception {
        NewToken made = tokens.create(reader, TokenRequest.personal("used", null));
        status(made.text());
        assertThat(tokens.own(reader).getFirst().lastUsedAt()).isNull();

        sightings.flush();

        assertThat(tokens.own(reader).getFirst().lastUsedAt()).isNotNull();
        assertThat(accounts.account(reader, owner.id()).lastSeenAt()).isNotNull();
    }

    @Test
    void a_wrong_authorization_is_refused_and_falls_back_to_nothing() throws Exception {
        portal.signIn("admin", TestPortal.ADMIN_PASSWORD);
        assertThat(portal.get("/api/portico/me").statusCode()).isEqualTo(200);

        for (String header :
                new String[] {"Bearer x", "Bearer", "Basic YWRtaW46YWRtaW4=", "", TestPortal.ADMIN_TOKEN}) {
            assertThat(portal.send("GET", "/api/portico/me", "", java.util.Map.of("Authorization", header))
                            .statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    private int status(String token) throws Exception {
        return portal.call(token, "GET", "/api/portico/me", "").statusCode();
    }
}
