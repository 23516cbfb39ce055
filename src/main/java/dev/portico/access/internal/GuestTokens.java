package dev.portico.access.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.portico.access.GuestSettings;
import dev.portico.access.GuestSignIn;
import dev.portico.kernel.Reader;
import dev.portico.storage.PorticoSettings;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Makes and checks the tokens of guests. Format: Backstage's user tokens, with the type `vnd.backstage.user` and, in
/// `uip`, the signature of a token that holds nothing but the user.
@Component
final class GuestTokens implements GuestSignIn {

    static final Duration COUNTS = Duration.ofHours(1);

    /// No token of ours is half as long.
    static final int LONGEST = 2_048;

    private static final int MOST = 10_000;
    private static final String USER = "user:development/guest";
    private static final String AUDIENCE = "backstage";
    private static final JOSEObjectType TYPE = new JOSEObjectType("vnd.backstage.user");
    private static final JOSEObjectType LIMITED_TYPE = new JOSEObjectType("vnd.backstage.limited-user");
    static final Reader GUEST = new Reader("guest", null, "Guest", null, Set.of(), Set.of(Roles.GUEST), null);

    private final boolean offered;
    private final String issuer;
    private final GuestKey key;
    private final InstantSource clock;
    private final ConcurrentMap<String, Checked> checked = new ConcurrentHashMap<>();

    @Autowired
    GuestTokens(GuestSettings settings, PorticoSettings portal, GuestKey key) {
        this(settings, portal.baseUrl() + "/api/auth", key, InstantSource.system());
    }

    GuestTokens(GuestSettings settings, String issuer, GuestKey key, InstantSource clock) {
        this.offered = settings.signIn();
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public Token token() {
        ECKey pair = key.pair();
        Instant now = clock.instant();
        long from = now.getEpochSecond();
        long until = now.plus(COUNTS).getEpochSecond();
        try {
            JWTClaimsSet claims = new JWTClaimsSet.Builder()
                    .issuer(issuer)
                    .subject(USER)
                    .audience(AUDIENCE)
                    .issueTime(Date.from(Instant.ofEpochSecond(from)))
                    .expirationTime(Date.from(Instant.ofEpochSecond(until)))
                    .claim("uip", proof(pair, from, until))
                    .build();
            SignedJWT token = new SignedJWT(header(pair, TYPE), claims);
            token.sign(new ECDSASigner(pair));
            return new Token(token.serialize(), USER, COUNTS);
        } catch (JOSEException e) {
            throw new IllegalStateException("A guest's token cannot be signed", e);
        }
    }

    @Override
    public String keys() {
        return new JWKSet(key.pair()).toPublicJWKSet().toString();
    }

    /// The reader of a guest's token; empty where it is none, or is over, or guests are not let in.
    Optional<Reader> reader(String text) {
        return offered && text.length() <= LONGEST && text.startsWith("ey") && counts(text)
                ? Optional.of(GUEST)
                : Optional.empty();
    }

    /// Checks the signature of a text once for each key. What does not count is not kept.
    private boolean counts(String text) {
        String digest = Digests.hex(text);
        ECKey pair = key.pair();
        Checked known = checked.get(digest);
        if (known == null || !known.pair.equals(pair)) {
            Optional<Checked> found = check(text);
            if (found.isEmpty()) {
                return false;
            }
            known = found.get();
            makeRoom();
            checked.put(digest, known);
        }
        return known.until.isAfter(clock.instant());
    }

    private void makeRoom() {
        if (checked.size() >= MOST) {
            Instant now = clock.instant();
            checked.values().removeIf(known -> !known.until.isAfter(now));
            if (checked.size() >= MOST) {
                checked.clear();
            }
        }
    }

    private Optional<Checked> check(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            ECKey pair = key.pair(Objects.requireNonNullElse(token.getHeader().getKeyID(), ""));
            JWTClaimsSet claims = token.getJWTClaimsSet();
            @Nullable Date until = claims.getExpirationTime();
            boolean ours = JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
                    && TYPE.equals(token.getHeader().getType())
                    && token.verify(new ECDSAVerifier(pair.toPublicJWK()))
                    && issuer.equals(claims.getIssuer())
                    && claims.getAudience().contains(AUDIENCE)
                    && USER.equals(claims.getSubject())
                    && until != null
                    && until.toInstant().isAfter(clock.instant());
            return ours && until != null ? Optional.of(new Checked(pair, until.toInstant())) : Optional.empty();
        } catch (ParseException | JOSEException noTokenOfOurs) {
            return Optional.empty();
        }
    }

    private static String proof(ECKey pair, long from, long until) throws JOSEException {
        String payload = "{\"sub\":\"" + USER + "\",\"iat\":" + from + ",\"exp\":" + until + '}';
        JWSObject limited = new JWSObject(header(pair, LIMITED_TYPE), new Payload(payload));
        limited.sign(new ECDSASigner(pair));
        return Objects.requireNonNull(limited.getSignature()).toString();
    }

    private static JWSHeader header(ECKey pair, JOSEObjectType type) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type)
                .keyID(pair.getKeyID())
                .build();
    }

    /// A token whose signature fits.
    private record Checked(ECKey pair, Instant until) {}
}
