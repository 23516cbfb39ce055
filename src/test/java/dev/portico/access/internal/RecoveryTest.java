package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.access.AccessSettings;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewToken;
import dev.portico.access.PasswordResets;
import dev.portico.access.TokenRequest;
import dev.portico.access.TokenRotation;
import dev.portico.access.Tokens;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What helps after something was lost: links for a new password, tokens that leaked, tokens that are rotated.
@PorticoTest
class RecoveryTest {

    private static final String OVER = "This link does not count";
    private static final String NEXT = "another five plain words";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordResets resets;

    @Autowired
    private Tokens tokens;

    @Autowired
    private TokenRotation rotation;

    @Autowired
    private JdbcClient jdbc;

    private TestPortal portal;
    private AccountSummary owner;
    private Reader reader;

    @BeforeEach
    void make_an_account() {
        portal = TestPortal.of(context);
        owner = TestAccounts.make(accounts, Roles.ENGINEER);
        reader = new Reader(
                "account:" + owner.name(), owner.id(), "Tester", null, Set.of(), Set.of(Roles.ENGINEER), null);
    }

    @Test
    void a_link_sets_a_password_once_and_ends_every_session() throws Exception {
        portal.signIn(owner.name(), TestAccounts.PASSWORD);
        JsonNode made = json(admin("POST", "/api/portico/accounts/" + owner.id() + "/reset-link", ""));
        String link = made.path("link").asString();
        String text = link.substring(link.indexOf("link=") + 5);

        assertThat(redeem(text, "short").body()).contains("password-short");
        assertThat(redeem(text, NEXT).statusCode()).isEqualTo(204);
        assertThat(redeem(text, NEXT).body()).contains(OVER);
        assertThat(redeem("unknown", NEXT).body()).contains(OVER);
        Eventually.holds(
                Duration.ofSeconds(1),
                "the session has ended",
                () -> portal.get("/api/portico/me").statusCode() == 401);
        TestPortal other = TestPortal.of(context);
        other.signIn(owner.name(), NEXT);
        assertThat(other.get("/api/portico/me").statusCode()).isEqualTo(200);
        assertThat(dump("access_reset") + dump("audit_entry"))
                .doesNotContain(text)
                .doesNotContain(NEXT);
        assertThat(rows("account:" + owner.name(), "access.account.use-reset-link"))
                .isEqualTo(1);
    }

    @Test
    void a_link_counts_as_a_whole_too() throws Exception {
        JsonNode made = json(admin("POST", "/api/portico/accounts/" + owner.id() + "/reset-link", ""));

        assertThat(redeem(made.path("link").asString(), NEXT).statusCode()).isEqualTo(204);
    }

    @Test
    void an_account_that_was_disabled_comes_back_without_its_tokens() throws Exception {
        String text = tokens.create(reader, new TokenRequest("disabled", false, Set.of(), null, null, null))
                .text();
        assertThat(portal.call(text, "GET", "/api/portico/me", "").statusCode()).isEqualTo(200);
        String account = "/api/portico/accounts/" + owner.id();

        assertThat(admin("PATCH", account, "{\"enabled\": false}").statusCode()).isEqualTo(200);
        assertThat(admin("PATCH", account, "{\"enabled\": true}").statusCode()).isEqualTo(200);

        assertThat(portal.call(text, "GET", "/api/portico/me", "").statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("SELECT count(*) FROM access_token WHERE owner = ? AND revoked_at IS NULL")
                        .param(owner.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void names_hold_nothing_that_changes_how_they_are_shown() throws Exception {
        String account = "/api/portico/accounts/" + owner.id();

        JsonNode shown = json(admin("PATCH", account, "{\"displayName\": \"Ann\\r\\n\\u202eB\"}"));

        assertThat(shown.path("displayName").asString()).isEqualTo("Ann  B");
    }

    @Test
    void a_token_without_the_scope_is_told_of_the_scope_and_of_no_role() throws Exception {
        String text = tokens.create(
                        reader, new TokenRequest("scoped", false, Set.of(), Set.of("catalog.entity.read"), null, null))
                .text();
        for (String call : List.of(
                "POST /api/portico/tokens {\"name\": \"x\"}",
                "POST /api/catalog/validate-entity {\"entity\": {}, \"location\": \"url:https://a.example/b\"}",
                "GET /api/portico/accounts ")) {
            String[] parts = call.split(" ", 3);
            HttpResponse<String> answer = portal.call(text, parts[0], parts[1], parts[2]);
            assertThat(answer.statusCode()).as(call).isEqualTo(403);
            assertThat(answer.body())
                    .as(call)
                    .contains("is not scoped for", "Use a token with the scope")
                    .doesNotContain("lacks", "for a role", "\"ask\"");
        }
    }

    @Test
    void of_a_hundred_who_use_a_link_at_the_same_moment_one_succeeds() throws Exception {
        String text = resets.make(TestAccounts.ADMIN, owner.id()).text();
        AtomicInteger winners = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(100)) {
            IntStream.range(0, 100)
                    .forEach(number -> threads.execute(() -> {
                        try {
                            resets.redeem(text, NEXT + " " + number, "192.0.2.77");
                            winners.incrementAndGet();
                        } catch (Refusal any) {
                            assertThat(any.reason()).isNotBlank();
                        }
                    }));
        }

        assertThat(winners).hasValue(1);
        assertThat(rows("account:" + owner.name(), "access.account.use-reset-link"))
                .isEqualTo(1);
    }

    @Test
    void the_next_link_ends_the_one_before_and_so_do_time_and_disabling() {
        String first = resets.make(TestAccounts.ADMIN, owner.id()).text();
        String second = resets.make(TestAccounts.ADMIN, owner.id()).text();
        assertThatThrownBy(() -> resets.redeem(first, NEXT, "192.0.2.78")).hasMessageContaining(OVER);

        jdbc.sql("UPDATE access_account SET enabled = false WHERE id = ?")
                .param(owner.id())
                .update();
        assertThatThrownBy(() -> resets.redeem(second, NEXT, "192.0.2.78")).hasMessageContaining(OVER);
        jdbc.sql("UPDATE access_account SET enabled = true WHERE id = ?")
                .param(owner.id())
                .update();
        jdbc.sql("UPDATE access_reset SET expires_at = now() WHERE account = ?")
                .param(owner.id())
                .update();
        assertThatThrownBy(() -> resets.redeem(second, NEXT, "192.0.2.78")).hasMessageContaining(OVER);
    }

    @Test
    void nobody_makes_a_link_for_somebody_mightier() {
        AccountSummary mighty = TestAccounts.make(accounts, Roles.ADMIN);

        assertThatThrownBy(() -> resets.make(reader, mighty.id())).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> resets.make(reader, owner.id())).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void one_address_tries_links_and_reports_leaks_only_so_often() {
        Attempts attempts = new Attempts(
                jdbc,
                new AccessSettings(
                        new AccessSettings.Session(Duration.ofHours(1), Duration.ofHours(1)),
                        new AccessSettings.SignIn(Duration.ofMinutes(15), 1, 3, 1),
                        new AccessSettings.Token(Duration.ofDays(1), Duration.ofDays(1)),
                        Map.of()));
        String address = "2001:db8:" + Integer.toHexString(owner.hashCode() & 0xFFFF) + "::1";
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.countReset(address)).isEmpty();
            assertThat(attempts.countLeak(address)).isEmpty();
        }

        assertThat(attempts.countReset(address)).isPresent();
        assertThat(attempts.countLeak(address)).isPresent();
        assertThat(attempts.count("anybody", java.util.Optional.empty(), address))
                .isEmpty();
    }

    @Test
    void whoever_reports_a_leaked_token_ends_it_and_learns_nothing() throws Exception {
        NewToken counts = tokens.create(reader, TokenRequest.personal("leaked", null));
        String unknown = TokenText.make();
        assertThat(status(counts.text())).isEqualTo(200);

        HttpResponse<String> hit = report(counts.text());
        HttpResponse<String> miss = report(unknown);
        HttpResponse<String> admins = report(TestPortal.ADMIN_TOKEN);

        assertThat(List.of(hit.statusCode(), miss.statusCode(), admins.statusCode()))
                .containsOnly(204);
        assertThat(hit.body()).isEqualTo(miss.body()).isEmpty();
        Eventually.holds(Duration.ofSeconds(1), "the token is refused", () -> status(counts.text()) == 401);
        assertThat(status(TestPortal.ADMIN_TOKEN))
                .as("is ended by settings alone")
                .isEqualTo(200);
        assertThat(jdbc.sql("SELECT actor FROM audit_entry WHERE thing_id = ? AND action = 'access.token.report-leak'")
                        .param(counts.token().id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("leak-report");
        assertThat(dump("audit_entry")).doesNotContain(counts.text());
    }

    @Test
    void a_rotated_token_keeps_what_it_may_and_its_former_text_ends_at_once() throws Exception {
        NewToken made = tokens.create(reader, TokenRequest.personal("turned", Set.of("catalog.entity.read")));
        NewToken turned = rotation.rotate(reader, made.token().id(), Duration.ofDays(60), Duration.ZERO);

        assertThat(turned.token().id()).isEqualTo(made.token().id());
        assertThat(turned.token().scopes()).isEqualTo(made.token().scopes());
        assertThat(turned.token().expiresAt()).isAfter(made.token().expiresAt());
        assertThat(status(turned.text())).isEqualTo(200);
        Eventually.holds(Duration.ofSeconds(1), "the former text is refused", () -> status(made.text()) == 401);
        assertThat(dump("access_token")).doesNotContain(turned.text());
    }

    @Test
    void with_an_overlap_the_former_text_counts_until_it_is_over_and_ends_with_the_token() throws Exception {
        NewToken made = tokens.create(reader, TokenRequest.personal("overlapping", null));
        NewToken turned = rotation.rotate(reader, made.token().id(), null, Duration.ofMinutes(10));
        assertThat(List.of(status(made.text()), status(turned.text()))).containsOnly(200);

        jdbc.sql("UPDATE access_token SET former_until = now() WHERE id = ?")
                .param(made.token().id())
                .update();
        Eventually.holds(Duration.ofSeconds(1), "the overlap is over", () -> status(made.text()) == 401);
        assertThat(status(turned.text())).isEqualTo(200);

        NewToken again = rotation.rotate(reader, made.token().id(), null, Duration.ofMinutes(10));
        tokens.revoke(reader, made.token().id());
        for (String text : List.of(turned.text(), again.text())) {
            Eventually.holds(Duration.ofSeconds(1), "both texts are refused", () -> status(text) == 401);
        }
        assertThatThrownBy(() -> rotation.rotate(reader, made.token().id(), null, Duration.ZERO))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void a_token_rotates_itself_alone_and_lives_no_longer_for_it() throws Exception {
        NewToken wide = tokens.create(reader, TokenRequest.personal("wide", null));
        NewToken narrow = tokens.create(reader, TokenRequest.personal("narrow", Set.of("access.token.own")));

        HttpResponse<String> other = rotate(narrow.text(), wide.token().id(), 90);
        HttpResponse<String> itself = rotate(narrow.text(), narrow.token().id(), 90);

        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(json(itself).at("/token/expiresAt").asString())
                .isEqualTo(narrow.token().expiresAt().toString());
    }

    @Test
    void nobody_rotates_the_token_of_another_nor_one_that_may_more() {
        NewToken personal = tokens.create(reader, TokenRequest.personal("mine", null));
        NewToken service = tokens.create(
                TestAccounts.ADMIN, TokenRequest.service("rotated-" + owner.name(), Set.of(Roles.ADMIN), null));
        UUID mine = personal.token().id();

        assertThatThrownBy(() -> rotation.rotate(TestAccounts.ADMIN, mine, null, Duration.ZERO))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> rotation.rotate(reader, service.token().id(), null, Duration.ZERO))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> rotation.rotate(reader, mine, Duration.ofDays(400), Duration.ZERO))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> rotation.rotate(reader, mine, null, Duration.ofHours(2)))
                .isInstanceOf(Refusal.InvalidInput.class);
        tokens.revoke(TestAccounts.ADMIN, service.token().id());
    }

    private HttpResponse<String> rotate(String token, UUID id, int days) throws Exception {
        return TestPortal.of(context)
                .call(token, "POST", "/api/portico/tokens/" + id + "/rotation", "{\"days\": " + days + "}");
    }

    private HttpResponse<String> redeem(String text, String password) throws Exception {
        return post(
                "/api/portico/password-reset", "{\"link\": \"%s\", \"password\": \"%s\"}".formatted(text, password));
    }

    private HttpResponse<String> report(String text) throws Exception {
        return post("/api/portico/tokens/leaked", "{\"tokens\": [\"" + text + "\"]}");
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return TestPortal.of(context).send("POST", path, body, Map.of("Content-Type", "application/json"));
    }

    private HttpResponse<String> admin(String method, String path, String body) throws Exception {
        return TestPortal.of(context).call(TestPortal.ADMIN_TOKEN, method, path, body);
    }

    private int status(String token) throws Exception {
        return TestPortal.of(context).call(token, "GET", "/api/portico/me", "").statusCode();
    }

    private long rows(String actor, String action) {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE actor = ? AND action = ?")
                .params(actor, action)
                .query(Long.class)
                .single();
    }

    private @Nullable String dump(String table) {
        return jdbc.sql("SELECT string_agg(row_to_json(" + table + ")::text, '') FROM " + table)
                .query(String.class)
                .single();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body());
    }
}
