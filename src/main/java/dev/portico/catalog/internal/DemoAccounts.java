package dev.portico.catalog.internal;

import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.kernel.Console;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Accounts for three people of the sample company, made with it. Their passwords are made up, shown once on the
/// console and kept nowhere.
@Component
final class DemoAccounts {

    private static final List<Person> PEOPLE = List.of(
            new Person("tomasz", "Tomasz Wrona", "engineer", "an engineer"),
            new Person("marta", "Marta Lindqvist", "engineer", "a team lead"),
            new Person("priya", "Priya Raman", "admin", "an admin"));
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 12;

    private final Accounts accounts;

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Makes the accounts that are not there yet, and tells how to sign in with them.
    void make() {
        StringBuilder notice = new StringBuilder("\n  Accounts of the sample company, to look around with:\n\n");
        PEOPLE.forEach(person -> make(person, notice));
        Console.print(notice.append('\n').toString());
    }

    private void make(Person person, StringBuilder notice) {
        String password = password();
        try {
            accounts.create(
                    Reader.system("seeds"),
                    new NewAccount(person.account(), person.name(), null, Set.of(person.role()), password));
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
