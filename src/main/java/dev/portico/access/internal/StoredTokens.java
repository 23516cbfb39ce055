package dev.portico.access.internal;

import dev.portico.access.NewToken;
import dev.portico.access.TokenQuery;
import dev.portico.access.TokenRequest;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// The tokens in the database, behind the guard.
@Service
final class StoredTokens implements Tokens {

    private static final String TYPE = TokenRights.TYPE;

    private final TokenRows rows;
    private final TokenSearch search;
    private final KnownRoles known;
    private final TokenReaders readers;
    private final Guard guard;
    private final TokenRights rights;
    private final TokenLimits limits;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final TokenRules rules;

    StoredTokens(
            TokenRows rows,
            TokenSearch search,
            KnownRoles known,
            TokenReaders readers,
            Guard guard,
            TokenRights rights,
            TokenLimits limits,
            Audit audit,
            ChangeFeed feed,
            TransactionOperations transactions,
            JsonMapper json,
            TokenRules rules) {
        this.rows = rows;
        this.search = search;
        this.known = known;
        this.readers = readers;
        this.guard = guard;
        this.rights = rights;
        this.limits = limits;
        this.audit = audit;
        this.feed = feed;
        this.transactions = transactions;
        this.json = json;
        this.rules = rules;
    }

    @Override
    public NewToken create(Reader reader, TokenRequest request) {
        String name = Names.checked(TYPE, request.name());
        Duration life = rules.life(request.life());
        @Nullable Set<String> spaces = limits.spaces(reader, request);
        if (request.service()) {
            rights.require(reader, Deed.CREATE_TOKEN, name, spaces);
            checkService(request);
            guard.requireHolding(reader, request.roles(), spaces, Deed.CREATE_TOKEN, TYPE, name);
            guard.requireHoldingAllOf(
                    reader, TokenReaders.service(name, request.roles(), null, spaces), Deed.CREATE_TOKEN, TYPE, name);
        } else {
            rights.require(reader, Deed.CREATE_OWN_TOKEN, name, spaces);
            checkPersonal(reader, request);
        }
        @Nullable Set<String> scopes = limits.scopes(reader, request);
        String text = TokenText.make();
        UUID id = Ids.next();
        @Nullable UUID owner = request.service() ? null : reader.account();
        try {
            TokenSummary token = transactions.execute(status -> {
                limits.keep(spaces);
                rows.insert(id, owner, inUse(reader), request, scopes, spaces, text, reader.subject(), life);
                TokenSummary made = rows.known(id);
                audit.record(TokenRules.on(made, Deed.CREATE_TOKEN)
                        .done(reader, TYPE, id.toString(), null, json.writeValueAsString(made)));
                return made;
            });
            return new NewToken(Objects.requireNonNull(token), text);
        } catch (DuplicateKeyException e) {
            throw new Refusal.Conflict(
                    "token-name-taken",
                    "There is a living token named " + name + " already; choose another name or revoke that one");
        }
    }

    @Override
    public List<TokenSummary> own(Reader reader, @Nullable UUID after, int limit) {
        @Nullable UUID account = reader.account();
        return rights.own(
                reader,
                after,
                Math.clamp(limit, 1, LONGEST_LIST),
                (last, most) -> account == null ? List.of() : rows.ofOwner(account, last, most));
    }

    @Override
    public List<TokenSummary> find(Reader reader, TokenQuery query, @Nullable UUID after, int limit) {
        return rights.managed(
                reader, after, Math.clamp(limit, 1, LONGEST_LIST), (last, most) -> search.find(query, last, most));
    }

    @Override
    public List<String> roles(Reader reader) {
        rights.requireAny(reader, AccessPermissions.MANAGE_TOKENS);
        return known.names(reader);
    }

    @Override
    public void revoke(Reader reader, UUID id) {
        boolean own = reader.account() != null && rows.isOwnedBy(id, reader.account());
        if (own) {
            rights.requireOwn(
                    reader, Deed.REVOKE_OWN_TOKEN, id.toString(), rows.known(id).spaces());
        } else {
            rights.managed(reader, Deed.REVOKE_TOKEN, id);
        }
        transactions.executeWithoutResult(status -> {
            List<UUID> revoked = rows.revoke(id);
            revoked.forEach(ended -> recordEnd(reader, rows.known(ended)));
            if (!revoked.isEmpty()) {
                feed.publish(
                        TokenChanges.TOPIC, revoked.stream().map(UUID::toString).toList());
            }
        });
        readers.forgetAll();
    }

    private void recordEnd(Reader reader, TokenSummary ended) {
        audit.record(TokenRules.on(ended, Deed.REVOKE_TOKEN)
                .done(
                        reader,
                        TYPE,
                        ended.id().toString(),
                        json.writeValueAsString(ended.living()),
                        json.writeValueAsString(ended)));
    }

    /// The token that the reader uses; null for one who uses none, or that of the settings, which is in no row.
    private @Nullable UUID inUse(Reader reader) {
        return TokenRules.isByToken(reader)
                ? rules.inUse(reader)
                        .orElseThrow(() -> new Refusal.Forbidden(
                                AccessPermissions.OWN_TOKENS.name(), "The token in use is revoked or over; sign in"))
                : null;
    }

    private static void checkService(TokenRequest request) {
        if (request.roles().isEmpty()) {
            throw new Refusal.InvalidInput("token-roles", "A service token needs at least one role; name its roles");
        }
        if (request.name().equals(TokenReaders.ADMIN_NAME)) {
            throw new Refusal.Conflict(
                    "token-name-taken",
                    "The name admin belongs to the token that PORTICO_ADMIN_TOKEN sets; choose another");
        }
    }

    private static void checkPersonal(Reader reader, TokenRequest request) {
        if (reader.account() == null) {
            throw new Refusal.InvalidInput(
                    "token-owner", "Only an account has personal tokens; ask for a service token instead");
        }
        if (!request.roles().isEmpty()) {
            throw new Refusal.InvalidInput(
                    "token-roles", "A personal token has its owner's roles; leave the roles out and set scopes");
        }
    }
}
