package dev.portico.access.ui.audit;

import dev.portico.access.Access;
import dev.portico.access.AccountSummary;
import dev.portico.access.People;
import dev.portico.access.PeopleQuery;
import dev.portico.access.Permissions;
import dev.portico.access.Person;
import dev.portico.access.Readers;
import dev.portico.access.SubjectNames;
import dev.portico.access.ui.frame.AccessTab;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Finds those who did something by what people call them, for whoever may look through the accounts. Everybody else
/// names an account or a subject by heart.
@Component
final class Actors {

    private static final String ACCOUNT = "account:";

    private final People people;
    private final SubjectNames names;
    private final Access access;
    private final Permissions permissions;
    private final Readers readers;

    Actors(People people, SubjectNames names, Access access, Permissions permissions, Readers readers) {
        this.people = people;
        this.names = names;
        this.access = access;
        this.permissions = permissions;
        this.readers = readers;
    }

    /// Whether the reader may look through the accounts.
    boolean known() {
        return permissions
                .named(AccessTab.PEOPLE.permission())
                .filter(named -> access.open(readers.current(), named))
                .isPresent();
    }

    /// The accounts that words typed so far may mean.
    Stream<Actor> found(String typed, int offset, int limit) {
        return find(typed, offset, limit).stream().map(Actors::actor);
    }

    /// Whom an address names.
    Actor named(String subject) {
        String account = subject.startsWith(ACCOUNT) ? subject.substring(ACCOUNT.length()) : subject;
        if (!AuditFilter.isAccount(account)) {
            return new Actor(subject, subject);
        }
        return new Actor(subject, words(account, names.of(ACCOUNT + account)));
    }

    /// Whom words mean that somebody has typed without choosing: the account of that name, else the only one
    /// that they fit; where there is none, or several, themselves.
    Actor meant(String typed) {
        String said = typed.strip();
        if (!AuditFilter.isAccount(said)) {
            return new Actor(said, said);
        }
        List<Person> found = find(said, 0, People.LONGEST_LIST);
        Optional<Person> same = found.stream()
                .filter(person -> person.account().name().equalsIgnoreCase(said))
                .findFirst();
        return same.or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty())
                .map(Actors::actor)
                .orElse(new Actor(said, said));
    }

    private List<Person> find(String typed, int offset, int limit) {
        return people.find(readers.current(), new PeopleQuery(typed, null, null, ""), offset, limit);
    }

    private static Actor actor(Person person) {
        AccountSummary account = person.account();
        return new Actor(account.name(), words(account.name(), account.displayName()));
    }

    private static String words(String account, String name) {
        return name.equals(account) ? account : name + " (" + account + ")";
    }
}
