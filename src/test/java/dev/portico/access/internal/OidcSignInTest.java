package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.SignInOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/// Signs in through a provider that speaks real OIDC over real HTTP, and through one that lies.
@PorticoTest
final class OidcSignInTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignInOptions options;

    @Value("${test.provider.port}")
    private int port;

    private final MockOAuth2Server provider = new MockOAuth2Server();
    private TestPortal portal;
    private String subject = "";

    @BeforeEach
    void start_the_provider() throws Exception {
        provider.start(InetAddress.getByName("localhost"), port);
        portal = TestPortal.of(context);
        subject = "subject-" + NUMBER.incrementAndGet();
    }

    @AfterEach
    void stop_the_provider() {
        provider.shutdown();
    }

    @Test
    void a_person_signs_in_through_a_provider_and_becomes_an_engineer_known_by_issuer_and_subject() throws Exception {
        vouch(Map.of("preferred_username", "Oidc.Jane@example.com", "name", "Jane", "email", "jane@example.com"));

        assertThat(signIn()).doesNotContain("error");

        assertThat(portal.get("/api/portico/me").body()).contains("\"account:oidc.jane\"", "\"engineer\"");
        AccountSummary account = account("oidc.jane");
        assertThat(account.issuer()).isEqualTo("http://localhost:" + port + "/company");
        assertThat(account.displayName()).isEqualTo("Jane");
        assertThat(account.email()).isEqualTo("jane@example.com");
        assertThat(account.local()).isFalse();
    }

    @Test
    void the_request_carries_a_challenge_and_the_exchange_its_verifier() throws Exception {
        vouch(Map.of());
        Map<String, String> request = query(begin());
        assertThat(request)
                .containsKeys("state", "nonce", "code_challenge")
                .containsEntry("code_challenge_method", "S256");
        assertThat(request.get("redirect_uri")).doesNotContain(portal.address());

        assertThat(signIn()).doesNotContain("error");

        RecordedRequest exchange = provider.takeRequest();
        while (!"POST".equals(exchange.getMethod())) {
            exchange = provider.takeRequest();
        }
        assertThat(exchange.getBody().readUtf8()).contains("code_verifier=", "grant_type=authorization_code");
    }

    @Test
    void the_name_of_somebody_else_leads_to_an_account_of_ones_own() throws Exception {
        AccountSummary local = TestAccounts.make(accounts, Roles.ADMIN);
        vouch(Map.of("preferred_username", local.name(), "email", "admin@example.com"));

        signIn();

        assertThat(portal.get("/api/portico/me").body())
                .contains("\"account:" + local.name() + "-2\"")
                .doesNotContain("\"admin\"");
    }

    @Test
    void a_second_sign_in_finds_the_same_account_although_the_name_has_changed() throws Exception {
        vouch(Map.of("preferred_username", "first-" + subject, "name", "First"));
        signIn();
        vouch(Map.of("preferred_username", "second-" + subject, "name", "Second"));
        portal = TestPortal.of(context);
        signIn();

        assertThat(portal.get("/api/portico/me").body()).contains("\"account:first-" + subject + "\"", "\"Second\"");
    }

    @Test
    void a_disabled_account_does_not_get_in() throws Exception {
        vouch(Map.of("preferred_username", "disabled-" + subject));
        signIn();
        accounts.change(TestAccounts.ADMIN, account("disabled-" + subject).id(), AccountEdit.enabled(false));
        vouch(Map.of());
        portal = TestPortal.of(context);

        assertThat(signIn()).endsWith("/login?error=disabled");
    }

    @Test
    void an_answer_with_a_wrong_state_is_refused() throws Exception {
        vouch(Map.of());
        Map<String, String> answer = new HashMap<>(authorize(begin()));
        answer.put("state", "made-up");
        assertRefused(finish(answer));
    }

    @Test
    void an_answer_to_somebody_elses_request_is_refused() throws Exception {
        vouch(Map.of());
        Map<String, String> answer = authorize(begin());
        portal = TestPortal.of(context);

        assertRefused(finish(answer));
    }

    @Test
    void a_token_that_lies_about_itself_is_refused() throws Exception {
        List<Map<String, Object>> lies = List.of(
                Map.of("nonce", "made-up"),
                Map.of("iss", "http://localhost:" + port + "/other"),
                Map.of("iss", "https://evil.example.com"),
                Map.of("aud", "another-client"),
                Map.of("sub", ""),
                Map.of("iat", Instant.now().plusSeconds(3600).getEpochSecond()),
                Map.of("nbf", Instant.now().plusSeconds(3600).getEpochSecond()));
        for (Map<String, Object> lie : lies) {
            vouch(lie);
            assertThat(signIn()).as(lie.toString()).endsWith("/login?error=provider");
        }
    }

    @Test
    void a_token_that_is_over_is_refused() throws Exception {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback("company", subject, "JWT", List.of("portico"), Map.of(), -3600));

        assertRefused(signIn());
    }

    @Test
    void whoever_lacks_a_required_claim_is_not_let_in_and_gets_no_account() throws Exception {
        Map<String, Object> whole = Map.of("hd", "example.com", "groups", List.of("all", "portal"));
        assertThat(signInAsStaff(whole)).doesNotContain("error");

        for (Map<String, Object> lack : List.<Map<String, Object>>of(
                Map.of("hd", "example.com"),
                Map.of("groups", List.of("portal")),
                Map.of("hd", "example.com.evil.org", "groups", List.of("portal")),
                Map.of("hd", "example.com", "groups", "portal-guests"))) {
            Map<String, Object> claims = new HashMap<>(lack);
            claims.put("sub", "outsider-" + subject);
            claims.put("preferred_username", "outsider-" + subject);
            portal = TestPortal.of(context);

            assertThat(signInAsStaff(claims)).as(lack.toString()).endsWith("/login?error=not-admitted");

            assertThat(portal.get("/api/portico/me").statusCode()).isEqualTo(401);
        }
        assertThat(accounts.list(TestAccounts.ADMIN, "outsider", 100))
                .noneMatch(account -> account.name().equals("outsider-" + subject));
        assertThat(options.message("not-admitted")).isPresent();
    }

    @Test
    void a_provider_that_refuses_or_is_away_leads_back_with_a_message() throws Exception {
        begin();
        assertThat(finish(Map.of("error", "access_denied", "state", "x"))).endsWith("/login?error=provider");
        assertThat(location(portal.get("/oauth2/authorization/away"))).endsWith("/login?error=provider-away");
        assertThat(location(portal.get("/oauth2/authorization/unknown"))).endsWith("/login?error=provider");
        assertThat(options.message("provider-away")).isPresent();
    }

    @Test
    void the_sign_in_page_can_list_the_providers_although_one_is_away() {
        assertThat(options.providers())
                .contains(
                        new SignInOptions.Provider("away", "Away", "oauth2/authorization/away"),
                        new SignInOptions.Provider("company", "The company", "oauth2/authorization/company"));
    }

    private void vouch(Map<String, Object> claims) {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback("company", subject, "JWT", List.of("portico"), claims, 3600));
    }

    private String signInAsStaff(Map<String, Object> claims) throws Exception {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback("staff", subject, "JWT", List.of("portico"), claims, 3600));
        return finish("staff", authorize(location(portal.get("/oauth2/authorization/staff"))));
    }

    /// The whole flow, as a browser goes through it.
    private String signIn() throws Exception {
        return finish(authorize(begin()));
    }

    private String begin() throws Exception {
        return location(portal.get("/oauth2/authorization/company"));
    }

    private Map<String, String> authorize(String address) throws Exception {
        return query(location(portal.get(address)));
    }

    private String finish(Map<String, String> answer) throws Exception {
        return finish("company", answer);
    }

    private String finish(String id, Map<String, String> answer) throws Exception {
        return location(portal.get("/login/oauth2/code/" + id + "?" + asQuery(answer)));
    }

    private void assertRefused(String location) throws Exception {
        assertThat(location).endsWith("/login?error=provider");
        assertThat(portal.get("/api/portico/me").statusCode()).isEqualTo(401);
    }

    private AccountSummary account(String name) {
        return accounts.list(TestAccounts.ADMIN, "", 500).stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static Map<String, String> query(String address) {
        MultiValueMap<String, String> parameters =
                UriComponentsBuilder.fromUri(URI.create(address)).build().getQueryParams();
        Map<String, String> query = new HashMap<>();
        for (String name : Set.copyOf(parameters.keySet())) {
            query.put(
                    name,
                    java.net.URLDecoder.decode(
                            String.valueOf(parameters.getFirst(name)), java.nio.charset.StandardCharsets.UTF_8));
        }
        return query;
    }

    private static String asQuery(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + java.net.URLEncoder.encode(entry.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
    }
}
