package dev.portico.access.ui.tokens;

import dev.portico.access.TokenQuery;
import dev.portico.access.TokenSummary;
import dev.portico.look.Badge;
import dev.portico.look.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// Tokens in words.
final class TokenWords {

    private TokenWords() {}

    static String kind(TokenQuery.Kind kind) {
        return switch (kind) {
            case ANY -> "Any kind";
            case PERSONAL -> "Personal";
            case SERVICE -> "Service";
        };
    }

    static String state(TokenQuery.State state) {
        return switch (state) {
            case LIVING -> "Active";
            case ENDING -> "Expires within " + TokenQuery.SOON_DAYS + " days";
            case UNUSED -> "Never used";
            case OVER -> "Expired";
            case REVOKED -> "Revoked";
            case ANY -> "All";
        };
    }

    /// Whether it counts.
    static boolean living(TokenSummary token, Instant now) {
        return token.revokedAt() == null && token.expiresAt().isAfter(now);
    }

    static Badge badge(TokenSummary token, Instant now) {
        Instant revoked = token.revokedAt();
        if (revoked != null && revoked.isBefore(token.expiresAt())) {
            return new Badge(State.FAILED, "Revoked");
        }
        if (!living(token, now)) {
            return new Badge(State.NA, "Expired");
        }
        return token.expiresAt().isBefore(now.plus(Duration.ofDays(TokenQuery.SOON_DAYS)))
                ? new Badge(State.WARNING, "Expires soon")
                : new Badge(State.PASSED, "Active");
    }

    /// What it may, beside what its owner or its roles may: its scopes.
    static String scopes(TokenSummary token) {
        Set<String> scopes = token.scopes();
        if (scopes == null || scopes.contains("*")) {
            return token.owner() == null ? "All that its roles allow" : "All that its owner may";
        }
        return scopes.isEmpty() ? "Nothing" : String.join(", ", new TreeSet<>(scopes));
    }

    static String spaces(TokenSummary token) {
        Set<String> spaces = token.spaces();
        if (spaces == null) {
            return "Everywhere";
        }
        return spaces.isEmpty() ? "Nowhere" : String.join(", ", new TreeSet<>(spaces));
    }
}
