package dev.portico.access.internal;

import com.google.re2j.Pattern;
import dev.portico.access.AccessSettings;
import dev.portico.access.AccessSettings.Oidc;
import dev.portico.access.SignInOptions;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.stereotype.Component;

/// The OIDC providers of the settings: those of `portico.access.oidc`, and those that Spring's own
/// `spring.security.oauth2.client` names with an issuer. Nothing is asked of a provider before somebody signs in.
@Component
final class OidcProviders implements SignInOptions {

    static final String CREDENTIALS = "credentials";
    static final String THROTTLED = "throttled";
    static final String DISABLED = "disabled";
    static final String EXPIRED = "expired";
    static final String UNAVAILABLE = "unavailable";
    static final String NOT_ADMITTED = "not-admitted";
    static final String PROVIDER = "provider";
    static final String PROVIDER_AWAY = "provider-away";

    private static final Map<String, String> MESSAGES = Map.of(
            CREDENTIALS, "Name or password is wrong.",
            THROTTLED, "Too many attempts. Wait a few minutes, then try again.",
            DISABLED, "This account is disabled. Ask an admin to enable it.",
            EXPIRED, "The page was open for too long. Try again.",
            UNAVAILABLE, "Nobody can sign in at the moment. Try again in a few seconds.",
            NOT_ADMITTED,
                    "Your account at the provider may not use this portal. Sign in there with another, or ask"
                            + " an admin to let it in.",
            PROVIDER, "The provider's answer was not accepted. Try again; an admin finds the reason in the log.",
            PROVIDER_AWAY, "The provider does not answer. Try again in a few minutes, or sign in with a password.");

    private static final Logger log = LoggerFactory.getLogger(OidcProviders.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");

    private final Map<String, Oidc> byId;

    OidcProviders(AccessSettings settings, OAuth2ClientProperties spring, Roles roles) {
        Map<String, Oidc> all = new TreeMap<>(springs(spring));
        all.putAll(settings.oidc());
        all.forEach((id, provider) -> check(id, provider, roles));
        this.byId = Collections.unmodifiableMap(all);
    }

    Optional<Oidc> provider(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<Provider> providers() {
        return byId.entrySet().stream()
                .map(entry -> new Provider(
                        entry.getKey(),
                        entry.getValue().label().isEmpty()
                                ? entry.getKey()
                                : entry.getValue().label(),
                        "oauth2/authorization/" + entry.getKey()))
                .sorted(Comparator.comparing(Provider::label))
                .toList();
    }

    @Override
    public Optional<String> message(String code) {
        return Optional.ofNullable(MESSAGES.get(code));
    }

    private static void check(String id, Oidc provider, Roles roles) {
        if (!ID.matches(id)) {
            throw new IllegalStateException(
                    "The id \"" + id + "\" of an OIDC provider becomes part of addresses; use" + " a-z, 0-9 and \"-\"");
        }
        String role = provider.role();
        if (!role.isEmpty() && !roles.names().contains(role)) {
            // A policy may be published that has it, and one without it must not keep the portal from starting.
            log.warn("portico.access.oidc.{}.role is \"{}\", and there is no such role; it allows nothing", id, role);
        }
        if (role.equals(Roles.ADMIN)) {
            throw new IllegalStateException("portico.access.oidc." + id + ".role is admin, which would make everyone"
                    + " who comes an admin; choose engineer or guest and give the role to accounts");
        }
    }

    private static Map<String, Oidc> springs(OAuth2ClientProperties spring) {
        Map<String, Oidc> providers = new TreeMap<>();
        spring.getRegistration().forEach((id, registration) -> {
            String named = registration.getProvider() == null ? id : registration.getProvider();
            OAuth2ClientProperties.@Nullable Provider provider =
                    spring.getProvider().get(named);
            @Nullable String issuer = provider == null ? null : provider.getIssuerUri();
            @Nullable String clientId = registration.getClientId();
            if (issuer == null || clientId == null) {
                log.warn(
                        "The registration {} of spring.security.oauth2.client is not offered: sign-in takes an OIDC"
                                + " provider with an issuer-uri and a client-id",
                        id);
                return;
            }
            providers.put(id, provider(registration, issuer, clientId));
        });
        return providers;
    }

    private static Oidc provider(OAuth2ClientProperties.Registration registration, String issuer, String clientId) {
        return new Oidc(
                issuer,
                clientId,
                orEmpty(registration.getClientSecret()),
                orEmpty(registration.getClientName()),
                registration.getScope() == null
                        ? List.of("openid", "profile", "email")
                        : List.copyOf(registration.getScope()),
                Roles.ENGINEER,
                "preferred_username",
                "",
                "RS256",
                Map.of());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
