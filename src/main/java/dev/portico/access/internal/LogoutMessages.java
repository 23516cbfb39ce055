package dev.portico.access.internal;

import dev.portico.access.AccessSettings.Oidc;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestOperations;

/// Checks logout tokens by section 2.6 of OpenID Connect Back-Channel Logout 1.0: the signature by the pinned algorithm
/// and the provider's keys, issuer, audience, age, the event, a subject or a session, and that it is no ID token.
@Component
final class LogoutMessages {

    /// How old a message may be.
    static final Duration AGE = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(LogoutMessages.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int LONGEST = 16_384;

    private final OidcRegistrations registrations;
    private final RestOperations http;
    private final Map<String, NimbusJwtDecoder> decoders = new ConcurrentHashMap<>();

    LogoutMessages(OidcRegistrations registrations, @Qualifier("oidcHttp") RestOperations http) {
        this.registrations = registrations;
        this.http = http;
    }

    /// The message, once it is sure that the provider sent it to this portal of late.
    Jwt checked(String id, Oidc provider, String message) {
        if (message.length() > LONGEST) {
            throw StoredProviderLogout.refused("it is too long");
        }
        try {
            Jwt told = decoder(id, provider).decode(message);
            check(told, provider);
            return told;
        } catch (JwtException | ProviderAway | IllegalStateException e) {
            log.warn("A logout token for the provider {} was not accepted: {}", id, e.getMessage());
            throw StoredProviderLogout.refused("its signature or its times are not right, or the provider is away");
        }
    }

    private static void check(Jwt told, Oidc provider) {
        require(provider.issuer().equals(told.getClaimAsString("iss")), "another issuer");
        require(told.getAudience() != null && told.getAudience().contains(provider.clientId()), "another audience");
        Instant issued = told.getIssuedAt();
        require(issued != null && issued.isAfter(Instant.now().minus(AGE)), "too old, or without a time");
        require(issued != null && issued.isBefore(Instant.now().plus(Duration.ofMinutes(1))), "from the future");
        require(told.getId() != null && !told.getId().isBlank(), "without an id");
        require(
                told.getClaim("events") instanceof Map<?, ?> events && events.get(EVENT) instanceof Map,
                "without the event of a logout");
        require(!told.hasClaim("nonce"), "an ID token, since it has a nonce");
        require(isText(told, "sub") || isText(told, "sid"), "about nobody");
        Object type = told.getHeaders().get("typ");
        require(type == null || type.equals("logout+jwt") || type.equals("JWT"), "of another type");
    }

    private static boolean isText(Jwt told, String claim) {
        return told.getClaim(claim) instanceof String text && !text.isBlank();
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw StoredProviderLogout.refused("it is " + otherwise);
        }
    }

    private NimbusJwtDecoder decoder(String id, Oidc provider) {
        ClientRegistration registration = Objects.requireNonNull(registrations.findByRegistrationId(id));
        String keys = Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
        return decoders.computeIfAbsent(id + ' ' + keys, any -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                    .jwsAlgorithm(Objects.requireNonNull(SignatureAlgorithm.from(provider.algorithm())))
                    .restOperations(http)
                    .validateType(false)
                    .build();
            decoder.setJwtValidator(new JwtTimestampValidator());
            return decoder;
        });
    }
}
