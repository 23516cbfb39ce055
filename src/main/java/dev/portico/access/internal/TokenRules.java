package dev.portico.access.internal;

import dev.portico.access.AccessSettings;
import dev.portico.access.Permission;
import dev.portico.access.TokenSummary;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What holds for every change of a token: how long it may count, which permission it takes, and which token whoever
/// asks uses.
@Component
final class TokenRules {

    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);

    private final TokenRows rows;
    private final AccessSettings.Token limits;

    TokenRules(TokenRows rows, AccessSettings settings) {
        this.rows = rows;
        this.limits = settings.token();
    }

    /// How long a token counts: as long as is wanted, else as long as the settings say.
    Duration life(@Nullable Duration wanted) {
        Duration life = Objects.requireNonNullElse(wanted, limits.life());
        if (life.compareTo(SHORTEST_LIFE) < 0 || life.compareTo(limits.longestLife()) > 0) {
            throw new Refusal.InvalidInput(
                    "token-life",
                    "A token counts for one minute to " + limits.longestLife().toDays() + " days; ask for that");
        }
        return life;
    }

    /// The permission over a token: personal ones are their owner's.
    static Permission permission(TokenSummary token) {
        return token.owner() == null ? AccessPermissions.MANAGE_TOKENS : AccessPermissions.OWN_TOKENS;
    }

    /// A deed on a token, decided by the permission over it.
    static Deed on(TokenSummary token, Deed deed) {
        return deed.by(permission(token));
    }

    /// Whether the reader asks by a token that can be changed. The one of the settings cannot, and may what an
    /// admin may.
    static boolean isByToken(Reader reader) {
        return reader.subject().startsWith(TokenReaders.SUBJECT)
                && !reader.subject().equals(TokenReaders.SUBJECT + TokenReaders.ADMIN_NAME);
    }

    /// The living token that such a reader uses. It stays as it is until the transaction ends.
    Optional<UUID> inUse(Reader reader) {
        String name = reader.subject().substring(TokenReaders.SUBJECT.length());
        return rows.living(reader.account(), name.substring(name.lastIndexOf('/') + 1));
    }
}
