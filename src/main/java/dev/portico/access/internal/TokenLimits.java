package dev.portico.access.internal;

import dev.portico.access.PermissionPattern;
import dev.portico.access.Permissions;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRequest;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a new token is limited to: what was asked for, else what limits the token that it is made with.
@Component
final class TokenLimits {

    private final Holdings holdings;
    private final Permissions permissions;
    private final Spaces spaces;
    private final SpaceRows rows;

    TokenLimits(Holdings holdings, Permissions permissions, Spaces spaces, SpaceRows rows) {
        this.holdings = holdings;
        this.permissions = permissions;
        this.spaces = spaces;
        this.rows = rows;
    }

    /// The permissions and patterns; null where none limit it.
    @Nullable
    Set<String> scopes(Reader reader, TokenRequest request) {
        Set<String> scopes = request.scopes();
        if (scopes == null) {
            return reader.scopes();
        }
        for (String scope : scopes) {
            if (permissions.all().stream()
                    .noneMatch(permission -> PermissionPattern.matches(scope, permission.name()))) {
                throw new Refusal.InvalidInput(
                        "scope-unknown",
                        "The scope \"" + scope + "\" matches no permission; use one such as catalog.entity.read,"
                                + " or a pattern such as catalog.*");
            }
            if (!holdings.coverScope(reader, scope)) {
                throw Refusal.Forbidden.byToken(
                        scope, "The token in use is not scoped for " + scope + ", so cannot make one that is");
            }
        }
        return scopes;
    }

    /// The spaces; null where none limit it.
    @Nullable
    Set<String> spaces(Reader reader, TokenRequest request) {
        Set<String> wanted = request.spaces();
        Set<String> limit = reader.spaces();
        if (wanted == null) {
            return limit;
        }
        if (wanted.isEmpty() || wanted.size() > TokenRights.MOST_SPACES) {
            throw new Refusal.InvalidInput(
                    "token-spaces",
                    "A token is limited to 1 to " + TokenRights.MOST_SPACES + " spaces, or to none where they are left"
                            + " out; name some or leave them out");
        }
        for (String space : wanted) {
            if (limit == null) {
                spaces.space(reader, space);
            } else if (!limit.contains(space)) {
                throw Refusal.Forbidden.byToken(
                        AccessPermissions.OWN_TOKENS.name(),
                        "The token in use is limited to " + TokenRights.words(limit) + ", so cannot make one for the"
                                + " space " + space);
            }
        }
        return wanted;
    }

    /// Sees to it that the spaces stay until the transaction ends.
    void keep(@Nullable Set<String> wanted) {
        if (wanted == null) {
            return;
        }
        Set<String> there = rows.keep(wanted);
        for (String space : wanted) {
            if (!there.contains(space)) {
                throw StoredSpaces.unknown(space);
            }
        }
    }
}
