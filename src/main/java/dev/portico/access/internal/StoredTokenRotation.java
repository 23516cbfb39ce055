package dev.portico.access.internal;

import dev.portico.access.NewToken;
import dev.portico.access.TokenRotation;
import dev.portico.access.TokenSummary;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Rotates tokens in the database, behind the guard.
@Service
final class StoredTokenRotation implements TokenRotation {

    private static final String TYPE = TokenRights.TYPE;

    private final TokenRows rows;
    private final TokenReaders readers;
    private final Guard guard;
    private final TokenRights rights;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final TokenRules rules;

    StoredTokenRotation(
            TokenRows rows,
            TokenReaders readers,
            Guard guard,
            TokenRights rights,
            Audit audit,
            ChangeFeed feed,
            TransactionOperations transactions,
            JsonMapper json,
            TokenRules rules) {
        this.rows = rows;
        this.readers = readers;
        this.guard = guard;
        this.rights = rights;
        this.audit = audit;
        this.feed = feed;
        this.transactions = transactions;
        this.json = json;
        this.rules = rules;
    }

    @Override
    public NewToken rotate(Reader reader, UUID id, @Nullable Duration life, Duration overlap) {
        require(reader, id);
        @Nullable Duration next = TokenRules.isByToken(reader) ? null : rules.life(life);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new Refusal.InvalidInput(
                    "token-overlap",
                    "The former text of a token counts for an hour more at most; ask for that or less");
        }
        String text = TokenText.make();
        TokenSummary token = Objects.requireNonNull(transactions.execute(status -> {
            TokenSummary before = rows.known(id);
            if (rows.rotate(id, text, overlap, next) == 0) {
                throw new Refusal.Conflict(
                        "token-ended", "The token " + before.name() + " is revoked or over; make another");
            }
            TokenSummary rotated = rows.known(id);
            audit.record(TokenRules.on(before, Deed.ROTATE_TOKEN)
                    .done(
                            reader,
                            TYPE,
                            id.toString(),
                            json.writeValueAsString(before),
                            json.writeValueAsString(rotated)));
            feed.publish(TokenChanges.TOPIC, List.of(id.toString()));
            return rotated;
        }));
        readers.forgetAll();
        return new NewToken(token, text);
    }

    private void require(Reader reader, UUID id) {
        if (reader.account() != null && rows.isOwnedBy(id, reader.account())) {
            rights.require(
                    reader, Deed.ROTATE_OWN_TOKEN, id.toString(), rows.known(id).spaces());
        } else {
            TokenSummary token = rights.managed(reader, Deed.ROTATE_TOKEN, id);
            if (token.owner() != null) {
                guard.refused(reader, Deed.ROTATE_TOKEN, TYPE, id.toString());
                throw new Refusal.Forbidden(
                        AccessPermissions.OWN_TOKENS.name(),
                        "The token " + token.name() + " acts as " + token.owner() + ", who alone may rotate it; revoke"
                                + " it instead");
            }
            guard.requireHoldingAllOf(
                    reader,
                    TokenReaders.service(token.name(), token.roles(), null, token.spaces()),
                    Deed.ROTATE_TOKEN,
                    TYPE,
                    id.toString());
        }
        if (TokenRules.isByToken(reader) && !isInUse(reader, id)) {
            guard.refused(reader, Deed.ROTATE_OWN_TOKEN, TYPE, id.toString());
            throw Refusal.Forbidden.byToken(
                    AccessPermissions.OWN_TOKENS.name(), "Whoever uses a token rotates that token alone; sign in");
        }
    }

    private boolean isInUse(Reader reader, UUID id) {
        return Boolean.TRUE.equals(transactions.execute(
                status -> rules.inUse(reader).filter(id::equals).isPresent()));
    }
}
