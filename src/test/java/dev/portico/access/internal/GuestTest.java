package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.access.GuestSettings;
import dev.portico.secrets.Secrets;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PorticoTest
final class GuestTest {

    private static final String ISSUER = "http://portal.example/api/auth";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private GuestKey key;

    @Autowired
    private Secrets secrets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    private TestPortal portal;

    @BeforeEach
    void open_a_browser() {
        portal = TestPortal.of(context);
    }

    @Test
    void a_guest_gets_a_token_without_credentials_and_holds_the_role_guest_with_it() throws Exception {
        JsonNode session = signIn();
        JsonNode identity = session.path("backstageIdentity");
        String token = identity.path("token").asString();

        assertThat(session.path("profile").isObject()).isTrue();
        assertThat(identity.path("expiresInSeconds").asLong()).isEqualTo(3600);
        assertThat(identity.path("identity"))
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"type\":\"user\",\"userEntityRef\":\"user:development/guest\","
                                + "\"ownershipEntityRefs\":[\"user:development/guest\"]}"));
        assertThat(portal.call(token, "GET", "/api/portico/me", "").body())
                .contains(
                        "\"subject\":\"guest\"", "\"roles\":[\"guest\"]", "\"permissions\":[\"catalog.entity.read\"]");
        assertThat(portal.call(token, "GET", "/api/portico/accounts", "").statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_token_is_signed_with_the_key_that_is_shown() throws Exception {
        SignedJWT token =
                SignedJWT.parse(signIn().path("backstageIdentity").path("token").asString());
        HttpResponse<String> keys = portal.get("/api/auth/.well-known/jwks.json");
        ECKey shown = JWKSet.parse(keys.body())
                .getKeyByKeyId(token.getHeader().getKeyID())
                .toECKey();

        assertThat(shown.isPrivate()).isFalse();
        assertThat(keys.body()).doesNotContain("\"d\"");
        assertThat(token.verify(new ECDSAVerifier(shown))).isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("vnd.backstage.user");
        assertThat(token.getJWTClaimsSet().getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "sub", "aud", "iat", "exp", "uip");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("backstage");
    }

    @Test
    void a_token_that_was_altered_or_is_not_signed_is_refused() throws Exception {
        String token = signIn().path("backstageIdentity").path("token").asString();
        String[] parts = token.split("\\.", -1);
        String unsigned = new PlainJWT(SignedJWT.parse(token).getJWTClaimsSet()).serialize();
        String other = parts[1].substring(0, 8) + (parts[1].charAt(8) == 'A' ? 'B' : 'A') + parts[1].substring(9);

        for (String forged : new String[] {parts[0] + '.' + other + '.' + parts[2], unsigned, token + "x", "ey.x.y"}) {
            HttpResponse<String> answer = portal.call(forged, "GET", "/api/portico/me", "");
            assertThat(answer.statusCode()).as(forged).isEqualTo(401);
        }
    }

    @Test
    void a_token_of_which_any_character_was_changed_or_whose_header_says_something_else_is_refused() throws Exception {
        GuestTokens now = tokens(true, ISSUER, Instant.now());
        String good = now.token().text();
        SignedJWT signed = SignedJWT.parse(good);
        String rest = good.substring(good.indexOf('.'));
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        List<String> mutations = new ArrayList<>();
        for (int at = 0; at < good.length(); at++) {
            int digit = digits.indexOf(good.charAt(at));
            String other = digit < 0 ? "" : digits.substring(digit ^ 32, (digit ^ 32) + 1);
            mutations.add(good.substring(0, at) + other + good.substring(at + 1));
        }
        for (String header : List.of(
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\",\"typ\":\"vnd.backstage.user\"}",
                "{\"alg\":\"ES256\"}",
                "{\"alg\":\"ES256\",\"typ\":\"JWT\"}",
                "{\"alg\":\"es256\",\"typ\":\"vnd.backstage.user\"}",
                "{\"alg\":\"ES256\",\"typ\":\"vnd.backstage.user\",\"kid\":\"../../x\"}",
                "{\"alg\":\"ES256\",\"typ\":\"vnd.backstage.user\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"ES256\",\"typ\":\"vnd.backstage.user\",\"jku\":\"http://localhost:1/\"}",
                "{}",
                "null")) {
            mutations.add(Base64URL.encode(header) + rest);
        }
        mutations.add(signed.getHeader().toBase64URL() + "." + Base64URL.encode("{}") + "." + signed.getSignature());
        mutations.add(good + "." + good);

        assertThat(now.reader(good)).isPresent();
        assertThat(mutations).hasSizeGreaterThan(300).allSatisfy(mutation -> assertThat(now.reader(mutation))
                .as(mutation)
                .isEmpty());
    }

    @Test
    void a_token_counts_for_an_hour_and_for_its_own_portal() {
        Instant now = Instant.parse("2026-11-22T01:00:00Z");
        GuestTokens then = tokens(true, ISSUER, now);
        String text = then.token().text();

        assertThat(then.reader(text)).isPresent();
        assertThat(tokens(true, ISSUER, now.plus(Duration.ofMinutes(59))).reader(text))
                .isPresent();
        assertThat(tokens(true, ISSUER, now.plus(Duration.ofMinutes(61))).reader(text))
                .isEmpty();
        assertThat(tokens(true, "http://other.example/api/auth", now).reader(text))
                .isEmpty();
    }

    @Test
    void where_guests_are_not_let_in_their_tokens_count_for_nothing() {
        Instant now = Instant.now();
        String text = tokens(true, ISSUER, now).token().text();

        assertThat(new GuestSettings(false).signIn()).isFalse();
        assertThat(tokens(false, ISSUER, now).reader(text)).isEmpty();
    }

    @Test
    void a_token_of_another_type_or_for_somebody_else_is_refused() throws Exception {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("user:default/admin")
                .audience("backstage")
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
        SignedJWT forged = new SignedJWT(
                SignedJWT.parse(tokens(true, ISSUER, now).token().text()).getHeader(), claims);
        forged.sign(new ECDSASigner(key.pair()));

        assertThat(tokens(true, ISSUER, now).reader(forged.serialize())).isEmpty();
    }

    @Test
    void what_is_longer_than_any_token_is_looked_at_no_further() {
        GuestTokens tokens = tokens(true, ISSUER, Instant.now());

        assertThat(tokens.token().text().length()).isLessThan(GuestTokens.LONGEST / 2);
        assertThat(tokens.reader(tokens.token().text() + "A".repeat(GuestTokens.LONGEST)))
                .isEmpty();
    }

    @Test
    void whoever_removes_the_key_ends_all_tokens_of_guests_within_a_minute_on_every_node() {
        AtomicLong nanos = new AtomicLong();
        GuestKey here = new GuestKey(secrets, jdbc, transactions, nanos::get);
        GuestKey there = new GuestKey(secrets, jdbc, transactions, nanos::get);
        GuestTokens one = new GuestTokens(new GuestSettings(true), ISSUER, here, InstantSource.system());
        GuestTokens two = new GuestTokens(new GuestSettings(true), ISSUER, there, InstantSource.system());
        String old = one.token().text();
        assertThat(two.reader(old)).isPresent();

        secrets.remove("access.guest-key");
        nanos.addAndGet(GuestKey.FRESH_NANOS);
        String next = one.token().text();

        assertThat(one.reader(old)).isEmpty();
        assertThat(two.reader(next)).isPresent();
        assertThat(two.reader(old)).isEmpty();
        assertThat(two.keys()).isEqualTo(one.keys());
    }

    @Test
    void a_node_that_meets_a_token_of_a_newer_key_looks_for_it_at_once() {
        AtomicLong nanos = new AtomicLong();
        GuestKey here = new GuestKey(secrets, jdbc, transactions, nanos::get);
        GuestTokens one = new GuestTokens(new GuestSettings(true), ISSUER, here, InstantSource.system());
        one.token();
        secrets.remove("access.guest-key");
        GuestKey fresh = new GuestKey(secrets, jdbc, transactions, nanos::get);
        String next = new GuestTokens(new GuestSettings(true), ISSUER, fresh, InstantSource.system())
                .token()
                .text();

        assertThat(one.reader(next)).isEmpty();
        nanos.addAndGet(GuestKey.PAUSE_NANOS);
        assertThat(one.reader(next)).isPresent();
    }

    private JsonNode signIn() throws Exception {
        HttpResponse<String> answer =
                portal.send("POST", "/api/auth/guest/refresh", "{}", Map.of("Content-Type", "application/json"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private GuestTokens tokens(boolean offered, String issuer, Instant now) {
        return new GuestTokens(new GuestSettings(offered), issuer, key, () -> now);
    }
}
