package dev.portico.access.internal;

import dev.portico.access.RoleMember;
import dev.portico.access.internal.Subjects.Subject;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How many enabled accounts stand behind a member of a role.
///
/// @param all   how many there are
/// @param names of all of them
/// @param byRef how many belong to a person, or to a group or one below it
record AccountCounts(int all, Set<String> names, Map<EntityRef, Integer> byRef) {

    static AccountCounts of(Collection<Subject> accounts) {
        Set<String> names = new HashSet<>();
        Map<EntityRef, Integer> byRef = new HashMap<>();
        for (Subject account : accounts) {
            Reader reader = account.reader();
            names.add(reader.subject().substring(AccountReaders.SUBJECT.length()));
            reader.userEntity().ifPresent(user -> byRef.merge(user, 1, Integer::sum));
            reader.groups().forEach(group -> byRef.merge(group, 1, Integer::sum));
        }
        return new AccountCounts(accounts.size(), names, byRef);
    }

    int of(RoleMember member) {
        return switch (member.kind()) {
            case EVERYONE -> all;
            case ACCOUNT -> names.contains(member.name()) ? 1 : 0;
            case USER, GROUP -> byRef.getOrDefault(EntityRef.parse(member.name()), 0);
            case TOKEN -> 0;
        };
    }
}
