package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.AccountSummary;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.People;
import dev.portico.access.PeopleQuery;
import dev.portico.access.Person;
import dev.portico.access.Role;
import dev.portico.access.directory.Directory;
import dev.portico.access.internal.Subjects.Subject;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Puts together what the database knows of accounts, the catalog of people, and the policy in force of roles.
@Service
final class StoredPeople implements People {

    private static final String ENTITY = "catalog-entity";
    private static final int MOST_ASKED = 1_000;

    private final PeopleRows rows;
    private final Guard guard;
    private final Access access;
    private final Subjects subjects;
    private final PolicyInForce policies;
    private final PolicyRights rights;
    private final KnownRoles known;
    private final Simulated simulated;
    private final ObjectProvider<Directory> directory;

    StoredPeople(
            PeopleRows rows,
            Guard guard,
            Access access,
            Subjects subjects,
            PolicyInForce policies,
            PolicyRights rights,
            KnownRoles known,
            Simulated simulated,
            ObjectProvider<Directory> directory) {
        this.rows = rows;
        this.guard = guard;
        this.access = access;
        this.subjects = subjects;
        this.policies = policies;
        this.rights = rights;
        this.known = known;
        this.simulated = simulated;
        this.directory = directory;
    }

    @Override
    public List<Person> find(Reader reader, PeopleQuery query, int from, int limit) {
        guard.requireReading(reader, AccessPermissions.MANAGE_ACCOUNTS);
        return behind(
                reader,
                rows.find(query, holders(reader, query), Math.max(0, from), Math.clamp(limit, 1, LONGEST_LIST)));
    }

    @Override
    public int count(Reader reader, PeopleQuery query) {
        guard.requireReading(reader, AccessPermissions.MANAGE_ACCOUNTS);
        return rows.count(query, holders(reader, query));
    }

    @Override
    public Person person(Reader reader, String account) {
        guard.requireReading(reader, AccessPermissions.MANAGE_ACCOUNTS);
        AccountSummary summary = rows.named(account)
                .orElseThrow(
                        () -> new Refusal.NotFound("account-unknown", "There is no account named \"" + account + "\""));
        return behind(reader, List.of(summary)).getFirst();
    }

    @Override
    public List<String> roles(Reader reader) {
        guard.requireReading(reader, AccessPermissions.MANAGE_ACCOUNTS);
        return known.names(reader);
    }

    /// The enabled accounts that hold the role in question; none where the reader may not know of it.
    private List<UUID> holders(Reader reader, PeopleQuery query) {
        Evaluator evaluator = policies.evaluator();
        @Nullable Role role = evaluator.roles().role(query.role());
        if (role == null || !rights.knows(reader, role)) {
            return List.of();
        }
        return subjects.accounts().stream()
                .map(Subject::reader)
                .filter(subject -> evaluator.held(subject).stream()
                        .anyMatch(held -> held.role().equals(role.name())))
                .map(subject -> Objects.requireNonNull(subject.account()))
                .toList();
    }

    private List<Person> behind(Reader reader, List<AccountSummary> accounts) {
        @Nullable Directory people = directory.getIfAvailable();
        Map<String, Directory.Person> behind = people == null
                ? Map.of()
                : people.people(accounts.stream().map(AccountSummary::name).toList());
        Set<EntityRef> readable = readable(
                reader,
                behind.values().stream()
                        .flatMap(person -> Stream.concat(Stream.of(person.user()), person.groups().stream()))
                        .collect(Collectors.toSet()));
        return accounts.stream()
                .map(account -> person(reader, account, behind.get(account.name()), readable))
                .toList();
    }

    private Person person(
            Reader reader, AccountSummary account, Directory.@Nullable Person behind, Set<EntityRef> readable) {
        @Nullable EntityRef user = behind == null ? null : behind.user();
        Set<EntityRef> groups = behind == null ? Set.of() : behind.groups();
        Reader held = new Reader(
                AccountReaders.SUBJECT + account.name(),
                account.id(),
                account.displayName(),
                user,
                groups,
                account.roles(),
                null);
        return new Person(
                account,
                user != null && readable.contains(user) ? user : null,
                groups.stream().filter(readable::contains).collect(Collectors.toSet()),
                access.roles(held).stream()
                        .filter(role -> knows(reader, account, role))
                        .toList());
    }

    /// What was given to the account stands in its summary too.
    private boolean knows(Reader reader, AccountSummary account, HeldRole held) {
        @Nullable Role role = policies.evaluator().roles().role(held.role());
        return account.roles().contains(held.role()) || (role != null && rights.knows(reader, role));
    }

    private Set<EntityRef> readable(Reader reader, Set<EntityRef> refs) {
        Set<EntityRef> readable = new HashSet<>();
        List<String> ids = refs.stream().map(EntityRef::toString).toList();
        simulated.source(ENTITY).ifPresent(source -> {
            for (int from = 0; from < ids.size(); from += MOST_ASKED) {
                source.things(ids.subList(from, Math.min(from + MOST_ASKED, ids.size())))
                        .forEach((id, thing) -> {
                            if (simulated.mayKnow(reader, source, thing)) {
                                readable.add(EntityRef.parse(id));
                            }
                        });
            }
        });
        return readable;
    }
}
