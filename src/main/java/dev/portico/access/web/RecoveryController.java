package dev.portico.access.web;

import dev.portico.access.LeakedTokens;
import dev.portico.access.PasswordResets;
import dev.portico.access.ProviderLogout;
import dev.portico.access.PublicRoute;
import dev.portico.kernel.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What helps after something was lost: a password, a token, a session elsewhere. Three of the calls are for whoever
/// proves themselves by what they send.
@RestController
class RecoveryController {

    private static final String MARK = "link=";
    private static final String RESET = "/api/portico/password-reset";
    private static final String LEAKED = "/api/portico/tokens/leaked";
    private static final String LOGOUT = "/api/portico/oidc/{provider}/back-channel-logout";

    private final PasswordResets resets;
    private final LeakedTokens leaked;
    private final ProviderLogout logout;

    RecoveryController(PasswordResets resets, LeakedTokens leaked, ProviderLogout logout) {
        this.resets = resets;
        this.leaked = leaked;
        this.logout = logout;
    }

    /// Makes a link by which the account's owner chooses a new password, shown this once.
    @PostMapping("/api/portico/accounts/{id}/reset-link")
    @ResponseStatus(HttpStatus.CREATED)
    LinkJson link(Reader reader, @PathVariable UUID id) {
        PasswordResets.Link made = resets.make(reader, id);
        return new LinkJson(made.link(), made.expiresAt());
    }

    @PostMapping(RESET)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@RequestBody @Valid ResetJson json, HttpServletRequest request) {
        resets.redeem(json.text(), json.password(), request.getRemoteAddr());
    }

    /// Ends tokens by their texts. The answer is the same whether they counted or not.
    @PostMapping(LEAKED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaked(@RequestBody @Valid LeakedJson json, HttpServletRequest request) {
        leaked.report(json.tokens(), request.getRemoteAddr());
    }

    @PostMapping(path = LOGOUT, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ResponseStatus(HttpStatus.OK)
    void signedOut(
            @PathVariable String provider, @RequestParam("logout_token") String message, HttpServletRequest request) {
        logout.signedOut(provider, message, request.getRemoteAddr());
    }

    record LinkJson(URI link, Instant expiresAt) {

        /// Without the link.
        @Override
        public String toString() {
            return "LinkJson[expiresAt=" + expiresAt + "]";
        }
    }

    /// @param link the link as it was shown, or what stands behind `link=` in it alone
    record ResetJson(
            @NotNull @Size(max = 500) String link, @NotNull String password) {

        String text() {
            int mark = link.lastIndexOf(MARK);
            return mark < 0
                    ? link.strip()
                    : link.substring(mark + MARK.length()).strip();
        }

        /// Without either.
        @Override
        public String toString() {
            return "ResetJson[]";
        }
    }

    record LeakedJson(
            @NotNull @Size(min = 1, max = LeakedTokens.MOST) List<@NotNull @Size(max = 200) String> tokens) {

        /// Without the tokens.
        @Override
        public String toString() {
            return "LeakedJson[]";
        }
    }

    /// Says that three of the routes need no sign-in, and why.
    @Configuration(proxyBeanMethods = false)
    static class Routes {

        @Bean
        PublicRoute passwordResetRoute() {
            return new PublicRoute("POST", RESET, "The link that an admin handed over counts once.");
        }

        @Bean
        PublicRoute leakedTokensRoute() {
            return new PublicRoute("POST", LEAKED, "Whoever has the text of a token may end it, and learns nothing.");
        }

        @Bean
        PublicRoute backChannelLogoutRoute() {
            return new PublicRoute("POST", LOGOUT, "The message is signed with the provider's key.");
        }
    }
}
