package dev.portico.access.internal;

import dev.portico.access.PasswordResets;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.storage.PorticoSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// The links in the database. The row is claimed, the password set and the change recorded in one transaction, so that
/// a link is neither used twice nor lost to a failure.
@Service
final class StoredPasswordResets implements PasswordResets {

    private static final String TYPE = "account";
    private static final Duration LIFE = Duration.ofDays(1);
    private static final String OVER = "reset-link";

    private final JdbcClient jdbc;
    private final AccountRows rows;
    private final AccountReaders readers;
    private final Guard guard;
    private final Passwords passwords;
    private final Attempts attempts;
    private final RefusedAttempts refused;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionOperations transactions;
    private final URI address;

    StoredPasswordResets(
            JdbcClient jdbc,
            AccountRows rows,
            AccountReaders readers,
            Guard guard,
            Passwords passwords,
            Attempts attempts,
            RefusedAttempts refused,
            Audit audit,
            ChangeFeed feed,
            TransactionOperations transactions,
            PorticoSettings settings) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.readers = readers;
        this.guard = guard;
        this.passwords = passwords;
        this.attempts = attempts;
        this.refused = refused;
        this.audit = audit;
        this.feed = feed;
        this.transactions = transactions;
        this.address = settings.baseUrl();
    }

    @Override
    public Link make(Reader reader, UUID id) {
        guard.require(
                reader,
                Deed.MAKE_RESET_LINK,
                TYPE,
                rows.findById(id).map(Account::name).orElseGet(id::toString));
        Account account = rows.known(id);
        guard.requireHoldingAllOf(reader, readers.of(account), Deed.MAKE_RESET_LINK, TYPE, account.name());
        account.requirePassword();
        String text = TokenText.random();
        Instant expires = Objects.requireNonNull(transactions.execute(status -> written(reader, account, text)));
        return new Link(URI.create(address + "/reset-password?link=" + text), text, expires);
    }

    private Instant written(Reader reader, Account account, String text) {
        jdbc.sql("DELETE FROM access_reset WHERE account = ?")
                .param(account.id())
                .update();
        Instant expires = jdbc.sql("INSERT INTO access_reset (id, account, sha256, created_by, expires_at)"
                        + " VALUES (?, ?, ?, ?, now() + ? * interval '1 second') RETURNING expires_at")
                .params(Ids.next(), account.id(), Digests.sha256(text), reader.subject(), LIFE.toSeconds())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        audit.record(Deed.MAKE_RESET_LINK.done(
                reader, TYPE, account.name(), null, "{\"resetLink\":\"made\",\"expiresAt\":\"" + expires + "\"}"));
        return expires;
    }

    @Override
    public void redeem(String text, String password, String from) {
        Optional<Duration> wait = attempts.countReset(from);
        if (wait.isPresent()) {
            throw new Refusal.TooMany(
                    "reset-attempts", "Too many attempts with links like this; try again later", wait.get());
        }
        try {
            redeem(Digests.sha256(text), password);
        } catch (Refusal.InvalidInput notAccepted) {
            if (notAccepted.code().equals(OVER)) {
                refused.add(RefusedAttempts.Kind.RESET_LINK, from);
            }
            throw notAccepted;
        }
    }

    private void redeem(byte[] digest, String password) {
        Account account = living(digest).flatMap(rows::findById).orElseThrow(StoredPasswordResets::over);
        String hash = passwords.hash(Passwords.checked(account.name(), password));
        transactions.executeWithoutResult(status -> {
            if (claimed(digest) == 0) {
                throw over();
            }
            Account held = rows.findById(account.id()).filter(Account::enabled).orElseThrow(StoredPasswordResets::over);
            held.replacePassword(hash);
            rows.flush();
            audit.record(Deed.USE_RESET_LINK.byItself(
                    new Reader("account:" + held.name(), held.id(), held.name(), null, Set.of(), held.roles(), null),
                    TYPE,
                    held.name(),
                    null,
                    "{\"password\":\"reset by a link\"}"));
            feed.publish(AccountChanges.TOPIC, List.of(held.id().toString()));
        });
        readers.forget(account.id());
    }

    private Optional<UUID> living(byte[] digest) {
        return jdbc.sql("SELECT account FROM access_reset JOIN access_account AS held ON held.id = account"
                        + " WHERE sha256 = ? AND used_at IS NULL AND expires_at > now() AND enabled")
                .param(digest)
                .query(UUID.class)
                .optional();
    }

    /// Whoever comes second waits for the first, and then finds the link used.
    private int claimed(byte[] digest) {
        return jdbc.sql("UPDATE access_reset SET used_at = now()"
                        + " WHERE sha256 = ? AND used_at IS NULL AND expires_at > now()")
                .param(digest)
                .update();
    }

    private static Refusal over() {
        return new Refusal.InvalidInput(
                OVER, "This link does not count: it was used, replaced by another, or is over. Ask for a new one.");
    }
}
