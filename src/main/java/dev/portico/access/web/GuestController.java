package dev.portico.access.web;

import dev.portico.access.GuestSignIn;
import dev.portico.access.PublicRoute;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Backstage's sign-in of guests, where the operator lets them in.
@RestController
@ConditionalOnBooleanProperty("portico.guest.sign-in")
final class GuestController {

    private static final String SIGN_IN = "/api/auth/guest/refresh";
    private static final String KEYS = "/api/auth/.well-known/jwks.json";

    private final GuestSignIn guests;

    GuestController(GuestSignIn guests) {
        this.guests = guests;
    }

    @PostMapping(SIGN_IN)
    SessionJson signIn() {
        GuestSignIn.Token token = guests.token();
        IdentityJson identity = new IdentityJson("user", token.user(), List.of(token.user()));
        return new SessionJson(
                Map.of(),
                new BackstageIdentityJson(token.text(), identity, token.counts().toSeconds()));
    }

    @GetMapping(path = KEYS, produces = MediaType.APPLICATION_JSON_VALUE)
    String keys() {
        return guests.keys();
    }

    record SessionJson(Map<String, String> profile, BackstageIdentityJson backstageIdentity) {}

    record BackstageIdentityJson(String token, IdentityJson identity, long expiresInSeconds) {

        /// Without the token.
        @Override
        public String toString() {
            return "BackstageIdentityJson[" + identity + "]";
        }
    }

    record IdentityJson(String type, String userEntityRef, List<String> ownershipEntityRefs) {}

    /// Says that the routes need no sign-in, and why.
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("portico.guest.sign-in")
    static class Routes {

        @Bean
        PublicRoute guestSignInRoute() {
            return new PublicRoute("POST", SIGN_IN, "The operator lets guests in, who hold the role guest alone.");
        }

        @Bean
        PublicRoute guestKeysRoute() {
            return new PublicRoute("GET", KEYS, "Public keys are for everybody.");
        }
    }
}
