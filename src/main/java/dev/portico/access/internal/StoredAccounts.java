package dev.portico.access.internal;

import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private static final String LAST_ADMIN = "last-admin";

    private final AccountRows rows;
    private final TokenRows tokens;
    private final AccountReaders readers;
    private final TokenReaders tokenReaders;
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
            TokenReaders tokenReaders,
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
        this.tokenReaders = tokenReaders;
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
        guard.require(reader, Deed.CREATE_ACCOUNT, TYPE, name);
        guard.requireHolding(reader, wanted.roles(), Deed.CREATE_ACCOUNT, TYPE, name);
        requireHoldingAllOf(reader, Deed.CREATE_ACCOUNT, readers.of(NOBODY, name, name, wanted.roles()));
        String hash = passwords.hash(Passwords.checked(name, wanted.password()));
        Account account = Account.local(name, wanted.displayName(), wanted.email(), wanted.roles(), hash);
        try {
            transactions.executeWithoutResult(status -> {
                rows.save(account);
                rows.flush();
                audit.record(Deed.CREATE_ACCOUNT.done(reader, TYPE, name, null, state(account)));
            });
        } catch (DataIntegrityViolationException e) {
            throw new Refusal.Conflict(
                    "account-name-taken", "There is an account named " + name + " already; choose another name");
        }
        return account.summary();
    }

    @Override
    public AccountSummary change(Reader reader, UUID id, AccountEdit edit) {
        Deed weightiest = weightiest(edit, rows.findById(id).orElse(null));
        guard.require(reader, weightiest, TYPE, named(id));
        Account before = rows.known(id);
        requireHoldingAllOf(reader, weightiest, readers.of(before));
        Set<String> given = new HashSet<>(Objects.requireNonNullElse(edit.roles(), Set.of()));
        given.removeAll(before.roles());
        guard.requireHolding(reader, given, weightiest, TYPE, before.name());
        return changed(reader, id, before.roles(), weightiest, account -> {
            step(reader, account, Deed.CHANGE_ACCOUNT, held -> held.showAs(edit.displayName(), edit.email()));
            @Nullable Set<String> roles = edit.roles();
            if (roles != null) {
                step(reader, account, Deed.ASSIGN_ROLES, held -> held.give(roles));
            }
            @Nullable Boolean enabled = edit.enabled();
            if (enabled != null) {
                if (account.enabled() && !enabled) {
                    revokeTokens(reader, account);
                }
                step(reader, account, enabling(enabled), held -> held.enable(enabled));
            }
        });
    }

    /// One deed of those that a call asks for, with a row of its own where it makes a difference.
    private void step(Reader reader, Account account, Deed deed, Consumer<Account> change) {
        String before = state(account);
        change.accept(account);
        String after = state(account);
        if (!after.equals(before)) {
            audit.record(deed.done(reader, TYPE, account.name(), before, after));
        }
    }

    /// By which name a call is refused that asks for several deeds: disabling shuts somebody out, roles say what
    /// they may, enabling lets them in with what they have, and names come last.
    private static Deed weightiest(AccountEdit edit, @Nullable Account account) {
        @Nullable
        Deed enabling = edit.enabled() != null && (account == null || account.enabled() != edit.enabled())
                ? enabling(edit.enabled())
                : null;
        if (Deed.DISABLE_ACCOUNT.equals(enabling)) {
            return Deed.DISABLE_ACCOUNT;
        }
        if (edit.roles() != null && (account == null || !account.roles().equals(edit.roles()))) {
            return Deed.ASSIGN_ROLES;
        }
        return enabling == null ? Deed.CHANGE_ACCOUNT : enabling;
    }

    private static Deed enabling(boolean enabled) {
        return enabled ? Deed.ENABLE_ACCOUNT : Deed.DISABLE_ACCOUNT;
    }

    /// The account's name, as rows of the trail call it; the id of one that is not there.
    private String named(UUID id) {
        return rows.findById(id).map(Account::name).orElseGet(id::toString);
    }

    @Override
    public void resetPassword(Reader reader, UUID id, String password) {
        guard.require(reader, Deed.SET_PASSWORD, TYPE, named(id));
        Account before = rows.known(id);
        requireHoldingAllOf(reader, Deed.SET_PASSWORD, readers.of(before));
        replacePassword(reader, Deed.SET_PASSWORD, before, password);
    }

    @Override
    public void changeOwnPassword(Reader reader, String present, String next) {
        Account own = rows.known(Objects.requireNonNullElse(reader.account(), NOBODY));
        guard.requireScope(reader, Deed.CHANGE_PASSWORD, TYPE, own.name());
        Optional<Duration> wait = attempts.countOwn(own.id());
        if (wait.isPresent()) {
            throw new Refusal.TooMany(
                    "password-attempts", "The present password was wrong too often; try again later", wait.get());
        }
        if (!matches(present, own)) {
            throw new Refusal.InvalidInput("password-wrong", "The present password is wrong");
        }
        attempts.takeBackOwn(own.id());
        replacePassword(reader, Deed.CHANGE_PASSWORD, own, next);
    }

    @Override
    public void signOutEverywhere(Reader reader, UUID id) {
        boolean own = id.equals(reader.account());
        if (own) {
            guard.requireScope(reader, Deed.SIGN_OUT_ONESELF, TYPE, named(id));
        } else {
            guard.require(reader, Deed.SIGN_OUT, TYPE, named(id));
        }
        Account before = rows.known(id);
        if (!own) {
            requireHoldingAllOf(reader, Deed.SIGN_OUT, readers.of(before));
        }
        Deed deed = own ? Deed.SIGN_OUT_ONESELF : Deed.SIGN_OUT;
        changed(reader, id, before.roles(), deed, account -> whole(reader, deed, account, Account::endSessions));
    }

    /// Whoever acts on somebody could act as them, or make them act for themselves.
    private void requireHoldingAllOf(Reader reader, Deed deed, Reader other) {
        guard.requireHoldingAllOf(reader, other, deed, TYPE, other.subject().substring("account:".length()));
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
        guard.require(reader, Deed.DELETE_ACCOUNT, TYPE, named(id));
        Account before = rows.known(id);
        Set<String> roles = before.roles();
        requireHoldingAllOf(reader, Deed.DELETE_ACCOUNT, readers.of(before));
        tried(
                reader,
                Deed.DELETE_ACCOUNT,
                before,
                () -> transactions.executeWithoutResult(status -> {
                    List<UUID> admins = lockedAdmins(id);
                    Account account = unchanged(id, roles);
                    requireAdminBeside(account, admins);
                    List<UUID> ended = tokens.removeAll(id);
                    rows.delete(account);
                    rows.flush();
                    ended.forEach(token -> recordEnd(reader, token, "what made it was a token of " + account.name()));
                    audit.record(Deed.DELETE_ACCOUNT.done(reader, TYPE, account.name(), state(account), null));
                    feed.publish(AccountChanges.TOPIC, List.of(id.toString()));
                    if (!ended.isEmpty()) {
                        feed.publish(
                                TokenChanges.TOPIC,
                                ended.stream().map(UUID::toString).toList());
                    }
                }));
        forget(id);
    }

    /// What this node answers from here on counts with the change; other nodes hear of it.
    private void forget(UUID id) {
        readers.forget(id);
        tokenReaders.forgetAll();
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
        audit.record(Deed.REVOKE_TOKEN
                .by(AccessPermissions.MANAGE_ACCOUNTS)
                .done(reader, "token", token.toString(), null, json.writeValueAsString(Map.of("revoked", why))));
    }

    private void replacePassword(Reader reader, Deed deed, Account account, String password) {
        account.requirePassword();
        String hash = passwords.hash(Passwords.checked(account.name(), password));
        changed(
                reader,
                account.id(),
                account.roles(),
                deed,
                held -> whole(reader, deed, held, one -> one.replacePassword(hash)));
    }

    /// A deed that leaves its row whether the account's state tells of it or not.
    private void whole(Reader reader, Deed deed, Account account, Consumer<Account> change) {
        String before = state(account);
        change.accept(account);
        audit.record(deed.done(reader, TYPE, account.name(), before, state(account)));
    }

    /// Changes an account in one transaction with its audit rows.
    ///
    /// @param expected the roles on which the permission was decided; others meanwhile are a conflict
    /// @param deed     what it is called where it is refused
    private AccountSummary changed(Reader reader, UUID id, Set<String> expected, Deed deed, Consumer<Account> change) {
        Account known = rows.known(id);
        AccountSummary summary = tried(
                reader,
                deed,
                known,
                () -> transactions.execute(status -> {
                    List<UUID> admins = lockedAdmins(id);
                    Account account = unchanged(id, expected);
                    change.accept(account);
                    if (!account.isWorkingAdmin()) {
                        requireAdminBeside(account, admins);
                    }
                    rows.flush();
                    feed.publish(AccountChanges.TOPIC, List.of(id.toString()));
                    return account.summary();
                }));
        forget(id);
        return Objects.requireNonNull(summary);
    }

    /// What is refused since the last admin has to stay leaves a row, once its transaction is undone.
    private <T extends @Nullable Object> T tried(Reader reader, Deed deed, Account account, Supplier<T> change) {
        try {
            return change.get();
        } catch (Refusal.Conflict refused) {
            if (refused.code().equals(LAST_ADMIN)) {
                guard.refused(reader, deed, TYPE, account.name(), refused);
            }
            throw refused;
        }
    }

    private void tried(Reader reader, Deed deed, Account account, Runnable change) {
        tried(reader, deed, account, () -> {
            change.run();
            return account;
        });
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
                    LAST_ADMIN, account.name() + " is the last enabled admin; make another account admin first");
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
