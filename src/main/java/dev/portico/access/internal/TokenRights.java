package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.Permission;
import dev.portico.access.TokenSummary;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a reader may do with which tokens. A token that is limited to spaces belongs to them, and a right over it has
/// to hold in each; any other belongs to none, so takes a right that holds everywhere.
@Component
final class TokenRights {

    static final String TYPE = "token";

    /// How many spaces a token is limited to at most.
    static final int MOST_SPACES = 50;

    private final Access access;
    private final Holdings holdings;
    private final Guard guard;
    private final TokenRows rows;

    TokenRights(Access access, Holdings holdings, Guard guard, TokenRows rows) {
        this.access = access;
        this.holdings = holdings;
        this.guard = guard;
        this.rows = rows;
    }

    /// The spaces in words: `the space payments`, `the spaces payments, platform`.
    static String words(Set<String> spaces) {
        return (spaces.size() == 1 ? "the space " : "the spaces ") + String.join(", ", new TreeSet<>(spaces));
    }

    /// Passes where the reader holds the permission over a token that these spaces limit; a refusal is audited.
    ///
    /// @param id the token's id, or the name of one that is to be made
    void require(Reader reader, Deed deed, String id, @Nullable Set<String> spaces) {
        Permission permission = deed.permission();
        if (!may(reader, permission, id, spaces)) {
            guard.refused(reader, deed, TYPE, id);
            if (access.open(reader, permission)) {
                throw new Refusal.Forbidden(
                        permission.name(),
                        reader.name() + " holds the permission " + permission.name() + " in some spaces only, and "
                                + (spaces == null ? "the token is limited to none" : "not in all of this token's")
                                + ". Name spaces where it is held, or ask an admin");
            }
            access.require(reader, permission);
        }
    }

    /// Passes where the reader holds the permission over some token at least.
    void requireAny(Reader reader, Permission permission) {
        access.requireOpen(reader, permission);
    }

    /// Passes where what limits the reader's own token, if anything does, lets it change a token of the same owner,
    /// for which nobody needs a role.
    void requireOwn(Reader reader, Deed deed, String id, @Nullable Set<String> spaces) {
        if (!mayOwn(reader, spaces)) {
            guard.refused(reader, deed, TYPE, id);
            throw Guard.beyond(reader, AccessPermissions.OWN_TOKENS);
        }
    }

    /// Tokens by pages.
    interface Pages {

        /// The next tokens.
        ///
        /// @param last the one after which to go on; null to begin
        List<TokenSummary> after(@Nullable UUID last, int limit);
    }

    /// Those of a reader's own tokens that the token in use, if one is, may know of.
    List<TokenSummary> own(Reader reader, @Nullable UUID after, int limit, Pages pages) {
        if (!holdings.coverScope(reader, AccessPermissions.OWN_TOKENS.name())) {
            throw Guard.beyond(reader, AccessPermissions.OWN_TOKENS);
        }
        return filtered(after, limit, pages, token -> mayOwn(reader, token.spaces()));
    }

    /// Those of all tokens that the reader manages.
    List<TokenSummary> managed(Reader reader, @Nullable UUID after, int limit, Pages pages) {
        Permission permission = AccessPermissions.MANAGE_TOKENS;
        requireAny(reader, permission);
        return filtered(
                after, limit, pages, token -> may(reader, permission, token.id().toString(), token.spaces()));
    }

    /// A token that the reader manages; a refusal is audited.
    ///
    /// @throws Refusal.NotFound where there is none that the reader may know of
    TokenSummary managed(Reader reader, Deed deed, UUID id) {
        Permission permission = deed.permission();
        if (!access.open(reader, permission)) {
            guard.require(reader, deed, TYPE, id.toString());
        }
        TokenSummary token = rows.known(id);
        if (!may(reader, permission, id.toString(), token.spaces())) {
            guard.refused(reader, deed, TYPE, id.toString());
            throw TokenRows.unknown(id);
        }
        return token;
    }

    private static List<TokenSummary> filtered(
            @Nullable UUID after, int limit, Pages pages, Predicate<TokenSummary> seen) {
        List<TokenSummary> found = new ArrayList<>();
        @Nullable UUID last = after;
        List<TokenSummary> page;
        do {
            page = pages.after(last, limit);
            page.stream().filter(seen).limit(limit - found.size()).forEach(found::add);
            last = page.isEmpty() ? last : page.getLast().id();
        } while (found.size() < limit && page.size() == limit);
        return found;
    }

    private boolean may(Reader reader, Permission permission, String id, @Nullable Set<String> spaces) {
        return spaces == null
                ? access.decide(reader, permission).allowed()
                : outside(reader, permission, id, spaces) == null;
    }

    /// One of the spaces in which the reader does not hold the permission; null where there is none.
    private @Nullable String outside(Reader reader, Permission permission, String id, @Nullable Set<String> spaces) {
        if (spaces == null) {
            return null;
        }
        return spaces.stream()
                .sorted()
                .filter(space -> !access.decide(reader, permission, new TokenThing(id, Set.of(space)))
                        .allowed())
                .findFirst()
                .orElse(null);
    }

    private boolean mayOwn(Reader reader, @Nullable Set<String> spaces) {
        Set<String> limit = reader.spaces();
        return holdings.coverScope(reader, AccessPermissions.OWN_TOKENS.name())
                && (limit == null || (spaces != null && limit.containsAll(spaces)));
    }
}
