package dev.portico.access.directory;

import dev.portico.kernel.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Knows the people and groups of the company. At most one bean implements it; without one, accounts have no User
/// entity and no groups.
///
/// Asked about twice a second for each active account, on whatever thread serves the request, so answers come from
/// memory or a single quick query.
public interface Directory {

    /// The User entity of an account: the one whose annotation `portico.dev/account` is the account's name, else the
    /// one of that name in the namespace `default`.
    Optional<EntityRef> userOf(String account);

    /// The groups of a user by `memberOf` and `members`, both ways, with all their ancestors.
    Set<EntityRef> groupsOf(EntityRef user);

    /// The same of many accounts at once, by their names; without those that have no User entity. Whoever knows some
    /// thousand people answers within a fraction of a second.
    default Map<String, Person> people(Collection<String> accounts) {
        Map<String, Person> people = new HashMap<>();
        for (String account : accounts) {
            userOf(account).ifPresent(user -> people.put(account, new Person(user, groupsOf(user))));
        }
        return people;
    }

    /// Who stands behind an account.
    ///
    /// @param user   the User entity
    /// @param groups the groups of that user, with all their ancestors
    record Person(EntityRef user, Set<EntityRef> groups) {
        public Person {
            groups = Set.copyOf(groups);
        }
    }
}
