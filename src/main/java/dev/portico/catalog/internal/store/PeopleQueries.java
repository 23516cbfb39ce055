package dev.portico.catalog.internal.store;

import dev.portico.kernel.EntityRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Who is who and in which groups, for many accounts with three queries. Says the same as [RelationQueries] of each.
@Component
public final class PeopleQueries {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NAMED = "user:default/";
    private static final String GROUP = "group:";

    private final JdbcClient database;

    PeopleQueries(JdbcClient database) {
        this.database = database;
    }

    /// The Users of accounts, by the accounts' names: those annotated with it, else those of that name.
    public Map<String, EntityRef> usersOf(Collection<String> accounts) {
        Map<String, EntityRef> users = new HashMap<>();
        Set<String> asked = Set.copyOf(accounts);
        database.sql("""
                        select ref, json from catalog_revision
                        where valid_to is null and ref like 'user:%' and json like '%"portico.dev/account"%'
                        order by ref""").query(row -> {
            String account = account(row.getString(2));
            if (asked.contains(account)) {
                users.putIfAbsent(account, EntityRef.parse(row.getString(1)));
            }
        });
        Map<String, List<String>> named = new HashMap<>();
        asked.stream().filter(account -> !users.containsKey(account)).forEach(account -> named.computeIfAbsent(
                        NAMED + account.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                .add(account));
        database.sql("select ref from catalog_entity where ref = any(?)")
                .param(named.keySet().toArray(String[]::new))
                .query(row -> {
                    EntityRef ref = EntityRef.parse(row.getString(1));
                    named.getOrDefault(row.getString(1), List.of()).forEach(account -> users.put(account, ref));
                });
        return users;
    }

    /// The groups that users belong to, with those above them, by user. Above a group that is not there is nothing.
    public Map<EntityRef, Set<EntityRef>> groupsAbove(Collection<EntityRef> users) {
        Set<EntityRef> asked = Set.copyOf(users);
        Map<String, Set<String>> above = new HashMap<>();
        Map<String, Set<String>> first = new HashMap<>();
        database.sql("""
                        select source, type, target from catalog_relation r
                        where (type = 'childOf' and exists (select from catalog_entity e where e.ref = r.source))
                            or (type = 'memberOf' and source = any(?))""")
                .param(asked.stream().map(EntityRef::toString).toArray(String[]::new))
                .query(row -> {
                    boolean child = row.getString(2).equals("childOf");
                    (child ? above : first)
                            .computeIfAbsent(row.getString(1), any -> new HashSet<>())
                            .add(row.getString(3));
                });
        Map<EntityRef, Set<EntityRef>> groups = new HashMap<>();
        for (EntityRef user : asked) {
            groups.put(user, closed(user.toString(), first, above));
        }
        return groups;
    }

    private static Set<EntityRef> closed(String user, Map<String, Set<String>> first, Map<String, Set<String>> above) {
        Set<String> seen = new HashSet<>();
        List<String> left = new ArrayList<>(first.getOrDefault(user, Set.of()));
        left.addAll(above.getOrDefault(user, Set.of()));
        Set<EntityRef> groups = new HashSet<>();
        while (!left.isEmpty()) {
            String group = left.removeLast();
            if (seen.add(group)) {
                left.addAll(above.getOrDefault(group, Set.of()));
                if (group.startsWith(GROUP)) {
                    groups.add(EntityRef.parse(group));
                }
            }
        }
        return groups;
    }

    private static String account(String json) {
        return JSON.readTree(json)
                .path("metadata")
                .path("annotations")
                .path("portico.dev/account")
                .asString("");
    }
}
