package dev.portico.access.internal;

import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// The accounts in the database, behind the guard.
@Service
final class StoredAccounts implements Accounts {

    private static final String TYPE = "account";
    private static final UUID NOBODY = new UUID(0, 0);

    private final AccountRows rows;
    private final TokenRows tokens;
    private final AccountReaders readers;
    private final Guard guard;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredAccounts(
            AccountRows rows,
            TokenRows tokens,
            AccountReaders readers,
            Guard guard,
            Passwords passwords,
            Attempts attempts,
            Audit audit,
            ChangeFeed feed,
            TransactionOperations transactions,
            JdbcClient jdbc,
            JsonMapper json) {
        this.rows = rows;
        this.tokens = tokens;
        this.readers = readers;
        this.guard = guard;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
        this.feed = feed;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<AccountSummary> list(Reader reader, String after, int limit) {
        guard.requireReading(reader, AccessPermissions.MANAGE_ACCOUNTS);
        return rows.findByNameGreaterThanOrderByName(after, Limit.of(Math.clamp(limit, 1, LONGEST_LIST))).stream()
                .map(Account::summary)
                .toList();
    }

    @Override
    public AccountSummary account(Reader reader, UUID id) {
        if (id.equals(reader.account())) {
            guard.requireScopeForReading(reader, AccessPermissions.OWN_ACCOUNT);
        } else {
            guard.requireReading(reader, AccessPermissions.MANAGE_ACCOUNTS);
        }
        return rows.known(id).summary();
    }

    @Override
    public AccountSummary create(Reader reader, NewAccount wanted) {
        String name = Names.checked(TYPE, wanted.name());
        guard.require(reader, AccessPermissions.MANAGE_ACCOUNTS, TYPE, name);
        guard.requireHolding(reader, wanted.roles(), AccessPermissions.MANAGE_ACCOUNTS, TYPE, name);
        requireHoldingAllOf(reader, readers.of(NOBODY, name, name, wanted.roles()));
        String hash = passwords.hash(Passwords.checked(name, wanted.password()));
        Account account = Account.local(name, wanted.displayName(), wanted.email(), wanted.roles(), hash);
        try {
            transactions.executeWithoutResult(status -> {
                rows.save(account);
                rows.flush();
                audit.record(Change.done(
                        reader, AccessPermissions.MANAGE_ACCOUNTS.name(), TYPE, name, null, state(account)));
            });
        } catch (DataIntegrityViolationException e) {
            throw new Refusal.Conflict(
                    "account-name-taken", "There is an account named " + name + " already; choose another name");
        }
        return account.summary();
    }

    @Override
    public AccountSummary change(Reader reader, UUID id, AccountEdit edit) {
        guard.require(reader, AccessPermissions.MANAGE_ACCOUNTS, TYPE, id.toString());
        Account before = rows.known(id);
        requireHoldingAllOf(reader, readers.of(before));
        Set<String> given = new HashSet<>(Objects.requireNonNullElse(edit.roles(), Set.of()));
        given.removeAll(before.roles());
        guard.requireHolding(reader, given, AccessPermissions.MANAGE_ACCOUNTS, TYPE, before.name());
        return changed(reader, id, before.roles(), account -> {
            account.showAs(edit.displayName(), edit.email());
            if (edit.roles() != null) {
                account.give(edit.roles());
            }
            if (edit.enabled() != null) {
                if (account.enabled() && !edit.enabled()) {
                    revokeTokens(reader, account);
                }
                account.enable(edit.enabled());
            }
        });
    }

    @Override
    public void resetPassword(Reader reader, UUID id, String password) {
        guard.require(reader, AccessPermissions.MANAGE_ACCOUNTS, TYPE, id.toString());
        Account before = rows.known(id);
        requireHoldingAllOf(reader, readers.of(before));
        replacePassword(reader, before, password);
    }

    @Override
    public void changeOwnPassword(Reader reader, String present, String next) {
        Account own = rows.known(Objects.requireNonNullElse(reader.account(), NOBODY));
        guard.requireScope(reader, AccessPermissions.OWN_ACCOUNT, TYPE, own.name());
        Optional<Duration> wait = attempts.countOwn(own.id());
        if (wait.isPresent()) {
            throw new Refusal.TooMany(
                    "password-attempts", "The present password was wrong too often; try again later", wait.get());
        }
        if (!matches(present, own)) {
            throw new Refusal.InvalidInput("password-wrong", "The present password is wrong");
        }
        attempts.takeBackOwn(own.id());
        replacePassword(reader, own, next);
    }

    @Override
    public void signOutEverywhere(Reader reader, UUID id) {
        boolean own = id.equals(reader.account());
        if (own) {
            guard.requireScope(reader, AccessPermissions.OWN_ACCOUNT, TYPE, id.toString());
        } else {
            guard.require(reader, AccessPermissions.MANAGE_ACCOUNTS, TYPE, id.toString());
        }
        Account before = rows.known(id);
        if (!own) {
            requireHoldingAllOf(reader, readers.of(before));
        }
        changed(reader, id, before.roles(), Account::endSessions);
    }

    /// Whoever acts on somebody could act as them, or make them act for themselves.
    private void requireHoldingAllOf(Reader reader, Reader other) {
        guard.requireHoldingAllOf(
                reader,
                other,
                AccessPermissions.MANAGE_ACCOUNTS,
                TYPE,
                other.subject().substring("account:".length()));
    }

    private boolean matches(String present, Account own) {
        try {
            return passwords.matches(present, own.passwordHash());
        } catch (Refusal.Unavailable busy) {
            attempts.undoOwn(own.id());
            throw busy;
        }
    }

    @Override
    public void remove(Reader reader, UUID id) {
        guard.require(reader, AccessPermissions.MANAGE_ACCOUNTS, TYPE, id.toString());
        Account before = rows.known(id);
        Set<String> roles = before.roles();
        requireHoldingAllOf(reader, readers.of(before));
        transactions.executeWithoutResult(status -> {
            List<UUID> admins = lockedAdmins(id);
            Account account = unchanged(id, roles);
            requireAdminBeside(account, admins);
            List<UUID> ended = tokens.removeAll(id);
            rows.delete(account);
            rows.flush();
            ended.forEach(token -> recordEnd(reader, token, "what made it was a token of " + account.name()));
            audit.record(Change.done(
                    reader, AccessPermissions.MANAGE_ACCOUNTS.name(), TYPE, account.name(), state(account), null));
            feed.publish(AccountChanges.TOPIC, List.of(id.toString()));
            if (!ended.isEmpty()) {
                feed.publish(
                        TokenChanges.TOPIC, ended.stream().map(UUID::toString).toList());
            }
        });
        readers.forget(id);
    }

    /// Ends what acts as the account, for good: enabling the account brings none of it back.
    private void revokeTokens(Reader reader, Account account) {
        List<UUID> ended = tokens.revokeAll(account.id());
        ended.forEach(token -> recordEnd(reader, token, "the account " + account.name() + " was disabled"));
        if (!ended.isEmpty()) {
            feed.publish(TokenChanges.TOPIC, ended.stream().map(UUID::toString).toList());
        }
    }

    private void recordEnd(Reader reader, UUID token, String why) {
        audit.record(Change.done(
                reader,
                AccessPermissions.MANAGE_TOKENS.name(),
                "token",
                token.toString(),
                null,
                json.writeValueAsString(Map.of("revoked", why))));
    }

    private void replacePassword(Reader reader, Account account, String password) {
        account.requirePassword();
        String hash = passwords.hash(Passwords.checked(account.name(), password));
        changed(reader, account.id(), account.roles(), held -> held.replacePassword(hash));
    }

    /// Changes an account in one transaction with its audit row.
    ///
    /// @param expected the roles on which the permission was decided; others meanwhile are a conflict
    private AccountSummary changed(Reader reader, UUID id, Set<String> expected, Consumer<Account> change) {
        AccountSummary summary = transactions.execute(status -> {
            List<UUID> admins = lockedAdmins(id);
            Account account = unchanged(id, expected);
            String before = state(account);
            change.accept(account);
            if (!account.isWorkingAdmin()) {
                requireAdminBeside(account, admins);
            }
            rows.flush();
            audit.record(Change.done(
                    reader, AccessPermissions.MANAGE_ACCOUNTS.name(), TYPE, account.name(), before, state(account)));
            feed.publish(AccountChanges.TOPIC, List.of(id.toString()));
            return account.summary();
        });
        readers.forget(id);
        return Objects.requireNonNull(summary);
    }

    private Account unchanged(UUID id, Set<String> expected) {
        Account account = rows.known(id);
        if (!account.roles().equals(expected)) {
            throw new Refusal.Conflict(
                    "account-changed",
                    "The account " + account.name() + " was changed by someone else at this moment; try again");
        }
        return account;
    }

    private static void requireAdminBeside(Account account, List<UUID> admins) {
        if (admins.equals(List.of(account.id()))) {
            throw new Refusal.Conflict(
                    "last-admin", account.name() + " is the last enabled admin; make another account admin first");
        }
    }

    /// The enabled admins. Their rows and that of the account to be changed stay locked until the transaction ends,
    /// so that of two people who remove the last two the second one sees what the first one did. All lock in one
    /// order.
    private List<UUID> lockedAdmins(UUID id) {
        return jdbc
                .sql("SELECT id, enabled AND 'admin' = ANY (roles) AS admin FROM access_account"
                        + " WHERE id = ? OR (enabled AND 'admin' = ANY (roles)) ORDER BY id FOR UPDATE")
                .param(id)
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getBoolean("admin")))
                .list()
                .stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    private String state(Account account) {
        return json.writeValueAsString(account.summary());
    }
}
