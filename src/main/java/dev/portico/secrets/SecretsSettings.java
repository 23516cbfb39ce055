package dev.portico.secrets;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Keys beside the one of `PORTICO_SECRET_KEY`.
///
/// @param previousKey the key that was used before, for the time of a rotation; empty otherwise
@ConfigurationProperties("portico.secrets")
public record SecretsSettings(@DefaultValue("") String previousKey) {

    public SecretsSettings {
        if (!previousKey.isEmpty() && previousKey.length() < 32) {
            throw new IllegalArgumentException(
                    "PORTICO_SECRET_KEY_PREVIOUS is too short to have been a key; keys have 32 characters or more");
        }
    }

    /// Without the key, so that settings may be logged.
    @Override
    public String toString() {
        return "SecretsSettings[previousKey=" + (previousKey.isEmpty() ? "none" : "set") + "]";
    }
}
