package dev.portico.access.internal;

import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.kernel.Reader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Accounts for tests, each with a name that no other test has.
final class TestAccounts {

    static final String PASSWORD = "four plain words here";
    static final Reader ADMIN = new Reader("account:test", null, "The test", null, Set.of(), Set.of(Roles.ADMIN), null);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestAccounts() {}

    static AccountSummary make(Accounts accounts, String... roles) {
        String name = "tester-" + NUMBER.incrementAndGet();
        return accounts.create(ADMIN, new NewAccount(name, "Tester", null, Set.of(roles), PASSWORD));
    }
}
