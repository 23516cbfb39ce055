package dev.portico.shell;

import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.kernel.Reader;
import java.util.Set;
import java.util.UUID;

/// People with accounts, for tests of what is kept of them.
final class People {

    static final String PASSWORD = "four plain words here";

    static final Reader ADMIN = new Reader("account:test", null, "The test", null, Set.of(), Set.of("admin"), null);

    private People() {}

    /// An engineer whom no other test knows.
    static Reader create(Accounts accounts) {
        String name = "jo-" + UUID.randomUUID().toString().substring(0, 8);
        AccountSummary account = accounts.create(ADMIN, new NewAccount(name, "Jo", null, Set.of("engineer"), PASSWORD));
        return new Reader("account:" + name, account.id(), "Jo", null, Set.of(), Set.of("engineer"), null);
    }
}
