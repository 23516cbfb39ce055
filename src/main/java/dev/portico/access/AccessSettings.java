package dev.portico.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How people and programs sign in.
///
/// @param session limits of a session
/// @param signIn  limits of attempts
/// @param token   limits of tokens
/// @param oidc    the OIDC providers by an id of one's own choice, which becomes part of their addresses
@Validated
@ConfigurationProperties("portico.access")
public record AccessSettings(
        @DefaultValue @Valid Session session,
        @DefaultValue @Valid SignIn signIn,
        @DefaultValue @Valid Token token,
        @DefaultValue Map<String, @Valid Oidc> oidc) {

    public AccessSettings {
        oidc = Map.copyOf(oidc);
    }

    /// @param idle     how long a session lives without anything being done in it
    /// @param absolute how long a session lives at most
    public record Session(
            @DefaultValue("60m") Duration idle,
            @DefaultValue("12h") Duration absolute) {
        public Session {
            positive("portico.access.session.idle", idle);
            positive("portico.access.session.absolute", absolute);
        }
    }

    /// @param window           the time over which attempts are counted
    /// @param accountAttempts  attempts on one account from one address within a window
    /// @param addressAttempts  attempts from one address within a window, whatever the account
    /// @param strangerAttempts attempts on one account within a window from all addresses that it never signed in
    ///                         from
    public record SignIn(
            @DefaultValue("15m") Duration window,
            @DefaultValue("10") @Min(1) int accountAttempts,
            @DefaultValue("100") @Min(1) int addressAttempts,
            @DefaultValue("50") @Min(1) int strangerAttempts) {
        public SignIn {
            positive("portico.access.sign-in.window", window);
        }
    }

    /// @param life        how long a token counts that asks for nothing else
    /// @param longestLife how long a token may ask to count
    public record Token(
            @DefaultValue("30d") Duration life,
            @DefaultValue("90d") Duration longestLife) {
        public Token {
            positive("portico.access.token.life", life);
            if (longestLife.compareTo(life) < 0) {
                throw new IllegalArgumentException(
                        "portico.access.token.longest-life is shorter than portico.access.token.life");
            }
        }
    }

    /// An OIDC provider.
    ///
    /// @param issuer       its issuer, exactly as it writes it into its tokens
    /// @param clientId     the client that the provider knows Portico by
    /// @param clientSecret that client's secret; empty for a public client
    /// @param label        what the button on the sign-in page says; the id where empty
    /// @param scopes       the scopes to ask for
    /// @param role         the role of accounts that come from here for the first time; empty for none
    /// @param nameClaim    the claim that names a new account; what follows an `@` is left out
    /// @param namePrefix   put before the names of its accounts, to keep the people of several providers apart
    /// @param algorithm    the algorithm that its tokens must be signed with; no other is accepted
    /// @param requiredClaims what its ID token must say of whoever signs in, each claim with its value; one that is
    ///                     a list must hold it. Whoever lacks one is not let in
    public record Oidc(
            @NotBlank String issuer,
            @NotBlank String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("") String label,
            @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
            @DefaultValue("engineer") String role,
            @DefaultValue("preferred_username") String nameClaim,
            @DefaultValue("") String namePrefix,
            @DefaultValue("RS256") String algorithm,
            @DefaultValue Map<String, String> requiredClaims) {

        public Oidc {
            scopes = List.copyOf(scopes);
            requiredClaims = Map.copyOf(requiredClaims);
            if (!scopes.contains("openid")) {
                throw new IllegalArgumentException("The scopes of an OIDC provider lack openid");
            }
        }

        /// Without the client's secret, so that settings may be logged.
        @Override
        public String toString() {
            return "Oidc[issuer=" + issuer + ", clientId=" + clientId + "]";
        }
    }

    private static void positive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " is not longer than nothing");
        }
    }
}
