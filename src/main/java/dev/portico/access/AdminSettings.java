package dev.portico.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the first admin gets in, and what automation signs in with.
///
/// @param password the first admin's password, used once, when there is no account yet; empty means a random one that
///                 is printed
/// @param token    a service token with admin rights, 32 characters or more; empty means none
@ConfigurationProperties("portico.admin")
public record AdminSettings(
        @DefaultValue("") String password, @DefaultValue("") String token) {

    /// The fewest characters of the token.
    public static final int SHORTEST_TOKEN = 32;

    public AdminSettings {
        if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("PORTICO_ADMIN_TOKEN has " + token.length()
                    + " characters; use 32 or more, such as the output of: openssl rand -hex 32");
        }
    }

    /// Without the password and the token, so that settings may be logged.
    @Override
    public String toString() {
        return "AdminSettings[password=" + (password.isEmpty() ? "none" : "set") + ", token="
                + (token.isEmpty() ? "none" : "set") + "]";
    }
}
