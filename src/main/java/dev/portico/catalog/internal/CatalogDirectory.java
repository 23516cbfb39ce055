package dev.portico.catalog.internal;

import dev.portico.access.directory.Directory;
import dev.portico.catalog.internal.store.PeopleQueries;
import dev.portico.catalog.internal.store.RelationQueries;
import dev.portico.kernel.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The catalog's Users and Groups as the directory of accounts.
@Component
final class CatalogDirectory implements Directory {

    private final RelationQueries relations;
    private final PeopleQueries people;

    CatalogDirectory(RelationQueries relations, PeopleQueries people) {
        this.relations = relations;
        this.people = people;
    }

    @Override
    public Optional<EntityRef> userOf(String account) {
        return relations.usersOf(account).stream().findFirst();
    }

    @Override
    public Set<EntityRef> groupsOf(EntityRef user) {
        return Set.copyOf(relations.groupsAbove(user));
    }

    @Override
    public Map<String, Person> people(Collection<String> accounts) {
        Map<String, EntityRef> users = people.usersOf(accounts);
        Map<EntityRef, Set<EntityRef>> groups = people.groupsAbove(users.values());
        Map<String, Person> known = new HashMap<>();
        users.forEach((account, user) -> known.put(account, new Person(user, groups.getOrDefault(user, Set.of()))));
        return known;
    }
}
