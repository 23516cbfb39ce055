package dev.portico.access.internal;

import dev.portico.access.AccessSettings.Oidc;
import dev.portico.storage.PorticoSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestOperations;
import org.springframework.web.util.UriComponentsBuilder;

/// Asks a provider about itself when somebody first signs in through it, so that one that is away stops neither the
/// start nor anybody else. What it said is kept for an hour, and beyond that while it does not answer.
@Component
final class OidcRegistrations implements ClientRegistrationRepository {

    private static final long KEPT_NANOS = Duration.ofHours(1).toNanos();
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final OidcProviders providers;
    private final RestOperations http;
    private final String redirectUri;
    private final Map<String, Discovered> discovered = new ConcurrentHashMap<>();

    OidcRegistrations(OidcProviders providers, @Qualifier("oidcHttp") RestOperations http, PorticoSettings settings) {
        this.providers = providers;
        this.http = http;
        // Never the address that a request claims: the provider would send the code there.
        this.redirectUri = settings.baseUrl() + "/login/oauth2/code/{registrationId}";
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return providers
                .provider(id)
                .map(provider -> registration(id, provider))
                .orElse(null);
    }

    private ClientRegistration registration(String id, Oidc provider) {
        Discovered held = discovered.get(id);
        if (held != null && System.nanoTime() - held.at < KEPT_NANOS) {
            return held.registration;
        }
        try {
            ClientRegistration registration = discover(id, provider);
            discovered.put(id, new Discovered(registration, System.nanoTime()));
            return registration;
        } catch (ProviderAway e) {
            if (held != null) {
                return held.registration;
            }
            throw e;
        }
    }

    private ClientRegistration discover(String id, Oidc provider) {
        Map<String, Object> document = document(id, provider);
        if (!provider.issuer().equals(document.get("issuer"))) {
            throw new ProviderAway("The OIDC provider " + id + " calls itself \"" + document.get("issuer")
                    + "\", not \"" + provider.issuer() + "\"; put what it says into portico.access.oidc." + id
                    + ".issuer if that is the right one");
        }
        try {
            ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(document)
                    .registrationId(id)
                    .clientId(provider.clientId())
                    .clientSecret(provider.clientSecret())
                    .scope(provider.scopes())
                    .redirectUri(redirectUri)
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build());
            if (provider.clientSecret().isEmpty()) {
                builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
            }
            return builder.build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ProviderAway("The OIDC provider " + id + " describes itself in a way that cannot be used", e);
        }
    }

    private Map<String, Object> document(String id, Oidc provider) {
        String address = UriComponentsBuilder.fromUriString(provider.issuer())
                .path("/.well-known/openid-configuration")
                .build()
                .toUriString()
                .replace("//.well-known", "/.well-known");
        try {
            Map<String, Object> document =
                    http.exchange(address, HttpMethod.GET, null, DOCUMENT).getBody();
            return document == null ? Map.of() : document;
        } catch (RestClientException e) {
            throw new ProviderAway("The OIDC provider " + id + " does not answer at " + address, e);
        }
    }

    private record Discovered(ClientRegistration registration, long at) {}
}
