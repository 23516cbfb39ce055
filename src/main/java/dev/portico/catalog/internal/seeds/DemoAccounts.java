package dev.portico.catalog.internal.seeds;

import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.kernel.Console;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accounts for three people of the sample company, made with it and removed with it. Their passwords are made up,
/// shown once on the console and kept nowhere.
@Component
public final class DemoAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
    private static final List<Person> PEOPLE = List.of(
            new Person("tomasz", "Tomasz Wrona", "engineer", "an engineer"),
            new Person("marta", "Marta Lindqvist", "team-lead", "a team lead"),
            new Person("priya", "Priya Raman", "admin", "an admin"));
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 12;

    private static final Reader ACTOR = Reader.system("seeds");

    private final Accounts accounts;
    private final JdbcClient database;

    DemoAccounts(Accounts accounts, JdbcClient database) {
        this.accounts = accounts;
        this.database = database;
    }

    /// Makes the accounts that are not there yet, and tells how to sign in with them.
    void make() {
        StringBuilder notice = new StringBuilder("\n  Accounts of the sample company, to look around with:\n\n");
        PEOPLE.forEach(person -> make(person, notice));
        Console.print(notice.append('\n').toString());
    }

    /// Those that were made and are still there.
    List<AccountSummary> present() {
        return made().stream()
                .flatMap(account -> {
                    try {
                        return Stream.of(accounts.account(ACTOR, account));
                    } catch (Refusal.NotFound removed) {
                        return Stream.empty();
                    }
                })
                .toList();
    }

    /// Removes the accounts that were made, and no other that has such a name.
    public void remove() {
        for (UUID account : made()) {
            try {
                accounts.remove(ACTOR, account);
            } catch (Refusal.NotFound removedBefore) {
                LOG.debug("The demo account {} is gone already", account);
            }
            database.sql("delete from catalog_demo_account where account = ?")
                    .param(account)
                    .update();
        }
    }

    private List<UUID> made() {
        return database.sql("select account from catalog_demo_account")
                .query((row, number) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    private void make(Person person, StringBuilder notice) {
        String password = password();
        try {
            AccountSummary made = accounts.create(
                    ACTOR, new NewAccount(person.account(), person.name(), null, Set.of(person.role()), password));
            database.sql("insert into catalog_demo_account (account) values (?)")
                    .param(made.id())
                    .update();
            notice.append(String.format("      %-8s %s   %s%n", person.account(), password, person.is()));
        } catch (Refusal.Conflict taken) {
            notice.append(String.format("      %-8s (an account of that name was there before)%n", person.account()));
        }
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private record Person(String account, String name, String role, String is) {}
}
