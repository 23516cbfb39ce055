package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/// A provider whose key is known and whose tokens are signed by something else, or by nothing.
@PorticoTest
final class LyingProviderTest {

    /// One for all tests: the portal remembers it by its id.
    private static final RSAKey KEY = key();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Value("${test.liar.port}")
    private int port;

    private @Nullable HttpServer server;
    private String token = "";
    private String issuer = "";

    @BeforeEach
    void start_the_provider() {
        HttpServer server = server(port);
        this.server = server;
        issuer = "http://localhost:" + port;
        answer(server, "/.well-known/openid-configuration", () -> """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer));
        answer(server, "/jwks", () -> new JWKSet(KEY.toPublicJWK()).toString());
        answer(server, "/token", () -> """
                {"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}""".formatted(token));
        server.start();
    }

    @AfterEach
    void stop_the_provider() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void only_a_token_that_is_signed_with_the_providers_key_signs_anybody_in() throws Exception {
        assertThat(signInWith(claims -> signed(claims, KEY, JWSAlgorithm.RS256)))
                .doesNotContain("error");
        assertRefused(claims -> signed(claims, key(), JWSAlgorithm.RS256));
        assertRefused(claims -> signed(claims, KEY, JWSAlgorithm.RS512));
        assertRefused(claims -> signed(claims, KEY, JWSAlgorithm.PS256));
        assertRefused(claims -> new PlainJWT(claims).serialize());
        assertRefused(claims -> hmac(claims, KEY.toPublicJWK().toJSONString()));
        assertRefused(claims -> hmac(claims, "secret of the tests, and something to make it long enough"));
        assertRefused(claims -> {
            String signed = signed(claims, KEY, JWSAlgorithm.RS256);
            return signed.substring(0, signed.lastIndexOf('.') + 1);
        });
        assertRefused(claims -> {
            String signed = signed(claims, KEY, JWSAlgorithm.RS256);
            String other = signed(
                    new JWTClaimsSet.Builder(claims).subject("somebody-else").build(), key(), JWSAlgorithm.RS256);
            return other.substring(0, other.lastIndexOf('.')) + signed.substring(signed.lastIndexOf('.'));
        });
        assertRefused(claims -> "nonsense");
    }

    @Test
    void a_token_for_several_audiences_counts_only_where_it_was_issued_to_the_portal() throws Exception {
        List<String> both = List.of("another-client", "portico");
        assertThat(signInWith(claims -> issued(claims, both, "portico"))).doesNotContain("error");
        assertRefused(claims -> issued(claims, both, null));
        assertRefused(claims -> issued(claims, both, "another-client"));
        assertRefused(claims -> issued(claims, List.of("portico"), "another-client"));
        assertRefused(claims -> issued(claims, List.of("another-client"), "portico"));
    }

    @Test
    void a_token_that_lacks_something_or_brings_a_key_of_its_own_is_refused() throws Exception {
        RSAKey own = key();
        for (String claim : List.of("iss", "sub", "aud", "exp", "iat", "nonce")) {
            assertRefused(claims ->
                    signed(new JWTClaimsSet.Builder(claims).claim(claim, null).build(), KEY, JWSAlgorithm.RS256));
        }
        for (Map.Entry<String, Object> lie : Map.<String, Object>of(
                        "iss",
                        issuer + "/",
                        "aud",
                        List.of(),
                        "exp",
                        Instant.now().minusSeconds(600).getEpochSecond(),
                        "nonce",
                        "",
                        "azp",
                        "another-client")
                .entrySet()) {
            assertRefused(claims -> signed(
                    new JWTClaimsSet.Builder(claims)
                            .claim(lie.getKey(), lie.getValue())
                            .build(),
                    KEY,
                    JWSAlgorithm.RS256));
        }
        assertRefused(claims -> signed(claims, own, new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK())));
        assertRefused(claims -> signed(
                claims,
                own,
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("other").jwkURL(URI.create(issuer + "/jwks"))));
        assertRefused(claims -> {
            String good = signed(claims, KEY, JWSAlgorithm.RS256);
            int at = good.lastIndexOf('.') + 20;
            return good.substring(0, at) + (good.charAt(at) == 'A' ? 'B' : 'A') + good.substring(at + 1);
        });
        assertRefused(claims -> signed(claims, KEY, JWSAlgorithm.RS256) + ".x.y");
    }

    @Test
    void what_the_provider_says_of_a_sign_out_ends_the_session_that_it_names_or_all_of_the_person() throws Exception {
        TestPortal first = signedIn("leaver", "session-1");
        TestPortal second = signedIn("leaver", "session-2");
        TestPortal other = signedIn("stayer", "session-3");

        assertThat(signOut(logout().claim("sid", "session-1"))).isEqualTo(200);
        Eventually.holds(Duration.ofSeconds(1), "the session has ended", () -> status(first) == 401);
        assertThat(status(second)).isEqualTo(200);

        assertThat(signOut(logout().subject("leaver"))).isEqualTo(200);
        Eventually.holds(Duration.ofSeconds(1), "the other session has ended", () -> status(second) == 401);
        assertThat(status(other)).isEqualTo(200);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE actor = 'system:sign-out' AND thing_id = 'leaver'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_logout_token_that_is_not_the_providers_own_for_this_portal_recent_and_new_ends_nothing() throws Exception {
        TestPortal person = signedIn("kept", "session-4");
        JWTClaimsSet good = logout().subject("kept").build();
        List<String> bad = new ArrayList<>(List.of(
                "nonsense",
                new PlainJWT(good).serialize(),
                signed(good, key(), JWSAlgorithm.RS256),
                signed(good, KEY, JWSAlgorithm.PS256),
                hmac(good, KEY.toPublicJWK().toJSONString())));
        for (String claim : List.of("iss", "aud", "iat", "jti", "events", "sub")) {
            bad.add(signed(new JWTClaimsSet.Builder(good).claim(claim, null).build(), KEY, JWSAlgorithm.RS256));
        }
        for (Map.Entry<String, Object> lie : Map.<String, Object>of(
                        "iss", "https://evil.example.com",
                        "aud", "another-client",
                        "exp", Instant.now().minusSeconds(600).getEpochSecond(),
                        "iat", Instant.now().minusSeconds(3_600).getEpochSecond(),
                        "events", Map.of("http://schemas.openid.net/event/other", Map.of()),
                        "nonce", "n",
                        "sub", "")
                .entrySet()) {
            bad.add(signed(
                    new JWTClaimsSet.Builder(good)
                            .claim(lie.getKey(), lie.getValue())
                            .build(),
                    KEY,
                    JWSAlgorithm.RS256));
        }
        for (String message : bad) {
            assertThat(sendLogout("liar", message)).as(message).isEqualTo(400);
        }
        assertThat(sendLogout("nobody", signed(good, KEY, JWSAlgorithm.RS256))).isEqualTo(400);
        assertThat(status(person)).isEqualTo(200);

        String taken = signed(logout().subject("nobody-here").build(), KEY, JWSAlgorithm.RS256);
        assertThat(sendLogout("liar", taken)).isEqualTo(200);
        assertThat(sendLogout("liar", taken)).as("taken twice").isEqualTo(400);
    }

    @Test
    void where_too_many_messages_were_not_accepted_no_more_are_looked_at_for_a_while() throws Exception {
        String bucket = Digests.hex("logout\n" + Attempts.network("127.0.0.1"));
        JdbcClient.StatementSpec attempts = jdbc.sql(
                        "SELECT coalesce(max(attempts), 0) FROM access_attempt WHERE bucket = ?")
                .param(bucket);
        int before = attempts.query(Integer.class).single();
        assertThat(signOut(logout().subject("nobody-here"))).isEqualTo(200);
        assertThat(attempts.query(Integer.class).single()).as("a right one").isEqualTo(before);
        assertThat(sendLogout("liar", "nonsense")).isEqualTo(400);
        assertThat(attempts.query(Integer.class).single()).as("a wrong one").isEqualTo(before + 1);

        jdbc.sql("UPDATE access_attempt SET attempts = 1000000 WHERE bucket = ?")
                .param(bucket)
                .update();
        try {
            assertThat(signOut(logout().subject("nobody-here"))).isEqualTo(429);
        } finally {
            jdbc.sql("DELETE FROM access_attempt WHERE bucket = ?")
                    .param(bucket)
                    .update();
        }
    }

    private TestPortal signedIn(String subject, String session) throws Exception {
        TestPortal portal = TestPortal.of(context);
        String end = signInWith(
                portal,
                claims -> signed(
                        new JWTClaimsSet.Builder(claims)
                                .subject(subject)
                                .claim("sid", session)
                                .build(),
                        KEY,
                        JWSAlgorithm.RS256));
        assertThat(end).doesNotContain("error");
        return portal;
    }

    private JWTClaimsSet.Builder logout() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("portico")
                .jwtID(UUID.randomUUID().toString())
                .claim("iat", Instant.now().getEpochSecond())
                .claim("exp", Instant.now().plusSeconds(120).getEpochSecond())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    private int signOut(JWTClaimsSet.Builder message) throws Exception {
        return sendLogout("liar", signed(message.build(), KEY, JWSAlgorithm.RS256));
    }

    private int sendLogout(String provider, String message) throws Exception {
        return TestPortal.of(context)
                .post("/api/portico/oidc/" + provider + "/back-channel-logout", Map.of("logout_token", message))
                .statusCode();
    }

    private static int status(TestPortal portal) throws Exception {
        return portal.get("/api/portico/me").statusCode();
    }

    private static String issued(JWTClaimsSet claims, List<String> audiences, @Nullable String party)
            throws JOSEException {
        JWTClaimsSet.Builder changed = new JWTClaimsSet.Builder(claims).audience(audiences);
        return signed((party == null ? changed : changed.claim("azp", party)).build(), KEY, JWSAlgorithm.RS256);
    }

    private void assertRefused(Forgery forgery) throws Exception {
        assertThat(signInWith(forgery)).endsWith("/login?error=provider");
    }

    /// @return where the browser is sent in the end
    private String signInWith(Forgery forgery) throws Exception {
        return signInWith(TestPortal.of(context), forgery);
    }

    private String signInWith(TestPortal portal, Forgery forgery) throws Exception {
        String request = portal.get("/oauth2/authorization/liar")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        MultiValueMap<String, String> parameters =
                UriComponentsBuilder.fromUriString(request).build().getQueryParams();
        token = forgery.token(new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("subject")
                .audience("portico")
                .claim("nonce", parameters.getFirst("nonce"))
                .claim("iat", Instant.now().getEpochSecond())
                .claim("exp", Instant.now().plusSeconds(600).getEpochSecond())
                .build());
        String end = portal.get("/login/oauth2/code/liar?code=x&state=" + parameters.getFirst("state"))
                .headers()
                .firstValue("Location")
                .orElse("");
        int known = portal.get("/api/portico/me").statusCode();
        assertThat(known).isEqualTo(end.contains("error") ? 401 : 200);
        return end;
    }

    private static void answer(HttpServer server, String path, Answer answer) {
        server.createContext(path, exchange -> {
            byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static HttpServer server(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("the-key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, JWSAlgorithm algorithm) throws JOSEException {
        return signed(claims, key, new JWSHeader.Builder(algorithm).keyID("the-key"));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, JWSHeader.Builder header) throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String hmac(JWTClaimsSet claims, String secret) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("the-key").build(), claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    @FunctionalInterface
    private interface Forgery {
        String token(JWTClaimsSet claims) throws Exception;
    }

    @FunctionalInterface
    private interface Answer {
        String text();
    }
}
