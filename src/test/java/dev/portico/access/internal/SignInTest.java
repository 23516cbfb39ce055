package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.SignInOptions;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PorticoTest
final class SignInTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignInOptions options;

    private TestPortal portal;

    @BeforeEach
    void open_a_browser() {
        portal = TestPortal.of(context);
    }

    @Test
    void the_admin_signs_in_and_the_session_gets_a_new_id() throws Exception {
        portal.csrfToken();
        String before = portal.cookie("PORTICO_SESSION");

        HttpResponse<String> answer = portal.signIn("admin", TestPortal.ADMIN_PASSWORD);

        assertThat(location(answer)).doesNotContain("error");
        assertThat(portal.cookie("PORTICO_SESSION")).isNotEmpty().isNotEqualTo(before);
        assertThat(portal.get("/api/portico/me").body()).contains("\"account:admin\"");
    }

    @Test
    void the_cookie_is_closed_to_scripts_and_to_other_sites() throws Exception {
        HttpResponse<String> page = portal.get("/login");

        assertThat(page.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void a_page_tells_browsers_what_to_keep_to() throws Exception {
        Map<String, java.util.List<String>> headers =
                portal.get("/login").headers().map();

        assertThat(headers)
                .containsKeys("content-security-policy", "permissions-policy")
                .containsEntry("x-content-type-options", java.util.List.of("nosniff"))
                .containsEntry("referrer-policy", java.util.List.of("same-origin"));
        assertThat(headers.get("content-security-policy")).asString().contains("frame-ancestors 'none'");
        assertThat(headers.get("cache-control")).asString().contains("no-store");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_lead_to_the_same_message() throws Exception {
        AccountSummary made = TestAccounts.make(accounts);

        assertThat(location(portal.signIn(made.name(), "wrong"))).endsWith("/login?error=credentials");
        assertThat(location(portal.signIn("nobody-of-this-name", "wrong"))).endsWith("/login?error=credentials");
        assertThat(options.message("credentials")).contains("Name or password is wrong.");
        assertThat(options.message("<script>")).isEmpty();
    }

    @Test
    void whoever_is_signed_in_is_led_past_the_form() throws Exception {
        assertThat(portal.get("/login").statusCode()).isEqualTo(200);

        portal.signIn("admin", TestPortal.ADMIN_PASSWORD);

        assertThat(location(portal.get("/login"))).isEqualTo("/");
        assertThat(location(portal.get("/login?error=expired"))).isEqualTo("/");
        assertThat(portal.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void without_its_token_the_form_signs_nobody_in() throws Exception {
        portal.csrfToken();

        HttpResponse<String> answer =
                portal.post("/login", Map.of("username", "admin", "password", TestPortal.ADMIN_PASSWORD));

        assertThat(location(answer)).endsWith("/login?error=expired");
        assertThat(portal.get("/api/portico/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_changes_something_over_rest_only_with_the_csrf_token() throws Exception {
        portal.signIn("admin", TestPortal.ADMIN_PASSWORD);
        Map<String, String> json = Map.of("Content-Type", "application/json");
        String token = "{\"name\":\"forged\"}";

        HttpResponse<String> forged = portal.send("POST", "/api/portico/tokens", token, json);

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("\"csrf-token\"");
        HttpResponse<String> real = portal.send(
                "POST",
                "/api/portico/tokens",
                "{\"name\":\"t" + System.nanoTime() + "\"}",
                Map.of("Content-Type", "application/json", "X-CSRF-TOKEN", portal.csrfToken()));
        assertThat(real.statusCode()).isEqualTo(201);
    }

    @Test
    void a_token_beside_a_session_leaves_the_session_as_it_is() throws Exception {
        portal.signIn("admin", TestPortal.ADMIN_PASSWORD);
        String session = portal.cookie("PORTICO_SESSION");

        assertThat(portal.call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/me", "")
                        .statusCode())
                .isEqualTo(200);

        assertThat(portal.cookie("PORTICO_SESSION")).isEqualTo(session);
        assertThat(portal.get("/api/portico/me").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_takes_a_form_and_ends_the_session() throws Exception {
        portal.signIn("admin", TestPortal.ADMIN_PASSWORD);

        portal.get("/logout");
        assertThat(portal.get("/api/portico/me").statusCode()).isEqualTo(200);
        portal.post("/logout", Map.of("_csrf", portal.csrfToken()));
        assertThat(portal.get("/api/portico/me").statusCode()).isEqualTo(401);
    }

    @Test
    void signing_out_everywhere_ends_the_other_session_within_a_second() throws Exception {
        AccountSummary made = TestAccounts.make(accounts, Roles.ENGINEER);
        portal.signIn(made.name(), TestAccounts.PASSWORD);
        assertThat(portal.get("/api/portico/me").statusCode()).isEqualTo(200);

        accounts.signOutEverywhere(TestAccounts.ADMIN, made.id());

        Eventually.holds(
                Duration.ofSeconds(1),
                "the session is over",
                () -> portal.get("/api/portico/me").statusCode() == 401);
    }

    @Test
    void disabling_ends_the_session_within_a_second_and_enabling_does_not_bring_it_back() throws Exception {
        AccountSummary made = TestAccounts.make(accounts, Roles.ENGINEER);
        portal.signIn(made.name(), TestAccounts.PASSWORD);

        accounts.change(TestAccounts.ADMIN, made.id(), AccountEdit.enabled(false));
        Eventually.holds(
                Duration.ofSeconds(1),
                "the session is over",
                () -> portal.get("/api/portico/me").statusCode() == 401);
        accounts.change(TestAccounts.ADMIN, made.id(), AccountEdit.enabled(true));

        assertThat(portal.get("/api/portico/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_changed_role_bites_in_an_open_session() throws Exception {
        AccountSummary made = TestAccounts.make(accounts, Roles.ENGINEER);
        portal.signIn(made.name(), TestAccounts.PASSWORD);
        assertThat(portal.get("/api/portico/me").body()).contains("catalog.source.read");

        accounts.change(TestAccounts.ADMIN, made.id(), AccountEdit.roles(Set.of()));

        Eventually.holds(Duration.ofSeconds(1), "the role is gone", () -> !portal.get("/api/portico/me")
                .body()
                .contains("catalog.source.read"));
    }

    @Test
    void after_signing_in_one_lands_on_this_portal_only() throws Exception {
        for (String path : new String[] {"//example.com/x", "/\\example.com", "/%5cexample.com"}) {
            TestPortal browser = TestPortal.of(context);
            try {
                browser.get(path);
            } catch (IllegalArgumentException unsendable) {
                continue;
            }
            String lands = location(browser.signIn("admin", TestPortal.ADMIN_PASSWORD));
            assertThat(URI.create(browser.address() + "/login").resolve(lands).toString())
                    .as(path)
                    .startsWith(browser.address());
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
