package dev.portico.access.internal;

import dev.portico.access.Explanation.Way;
import dev.portico.access.Grant;
import dev.portico.access.PermissionPattern;
import dev.portico.access.Policies;
import dev.portico.access.Role;
import dev.portico.access.RoleHolders;
import dev.portico.access.RoleMember;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Who was given which role, by the tables of accounts and tokens, and who is a member, by a policy.
@Service
final class StoredRoleHolders implements RoleHolders {

    private final JdbcClient jdbc;
    private final PolicyRights rights;
    private final Policies policies;
    private final PolicyInForce inForce;
    private final Simulated simulated;
    private final Subjects subjects;

    StoredRoleHolders(
            JdbcClient jdbc,
            PolicyRights rights,
            Policies policies,
            PolicyInForce inForce,
            Simulated simulated,
            Subjects subjects) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.policies = policies;
        this.inForce = inForce;
        this.simulated = simulated;
        this.subjects = subjects;
    }

    @Override
    public Map<String, Given> given(Reader reader) {
        rights.requireAny(reader, AccessPermissions.READ_POLICY);
        Map<String, Given> given = new HashMap<>();
        jdbc.sql("""
                SELECT role, count(*) FILTER (WHERE NOT token), count(*) FILTER (WHERE token)
                FROM (
                    SELECT unnest(roles) AS role, false AS token FROM access_account WHERE enabled
                    UNION ALL
                    SELECT unnest(roles), true FROM access_token
                    WHERE owner IS NULL AND revoked_at IS NULL AND expires_at > now()
                ) AS held
                GROUP BY role
                """).query(row -> {
            given.put(row.getString(1), new Given(row.getLong(2), row.getLong(3)));
        });
        if (rights.draftsOf(reader) != null) {
            given.keySet().retainAll(seen(reader));
        }
        return given;
    }

    /// The names of the roles in force that the reader may see. What a draft would make, nobody was given.
    private Set<String> seen(Reader reader) {
        return rights.seen(reader, List.copyOf(inForce.evaluator().roles().roles())).stream()
                .map(Role::name)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Holder> holders(Reader reader, int policy, String role) {
        Map<String, Role> roles = roles(reader, policy);
        if (!roles.containsKey(role)) {
            throw new Refusal.NotFound(
                    "role-unknown", "Policy " + policy + " has no role \"" + role + "\" that you may see");
        }
        return holders(role, roles, simulated.namesTokens(reader), accounts(roles.values()));
    }

    @Override
    public List<GrantHolders> grants(Reader reader, int policy, String pattern) {
        Map<String, Role> roles = roles(reader, policy);
        boolean named = simulated.namesTokens(reader);
        AccountCounts accounts = accounts(roles.values());
        List<GrantHolders> all = new ArrayList<>();
        for (Role role : roles.values()) {
            List<Grant> matching = role.grants().stream()
                    .filter(grant -> PermissionPattern.overlap(grant.pattern(), pattern))
                    .toList();
            if (!matching.isEmpty()) {
                List<Holder> holders = holders(role.name(), roles, named, accounts);
                matching.forEach(grant -> all.add(new GrantHolders(role.name(), grant, holders)));
            }
        }
        return all;
    }

    private Map<String, Role> roles(Reader reader, int policy) {
        Map<String, Role> roles = new LinkedHashMap<>();
        policies.policy(reader, policy).roles().forEach(role -> roles.put(role.name(), role));
        return roles;
    }

    /// Looked up only where a member is one whom accounts stand behind.
    private AccountCounts accounts(Collection<Role> roles) {
        boolean needed = roles.stream()
                .flatMap(role -> role.members().stream())
                .anyMatch(member -> member.kind() != RoleMember.Kind.TOKEN);
        return needed ? AccountCounts.of(subjects.accounts()) : AccountCounts.of(List.of());
    }

    private List<Holder> holders(String role, Map<String, Role> roles, boolean named, AccountCounts behind) {
        Set<Through> ways = ways(role, roles);
        List<Holder> holders = new ArrayList<>();
        Instant now = inForce.evaluator().now();
        Map<String, String> labels = labels(roles.values());
        for (Through way : ways) {
            Role holding = roles.get(way.role);
            if (holding != null) {
                holding.members().stream()
                        .filter(member -> member.counts(now))
                        .forEach(member -> holders.add(way.member(member, label(member, labels), behind.of(member))));
            }
        }
        String[] names = ways.stream().map(Through::role).distinct().toArray(String[]::new);
        List<Row> accounts =
                given("SELECT name, display_name, roles FROM access_account WHERE enabled AND roles && ?", names);
        accounts.forEach(
                row -> row.ways(ways).forEach(way -> holders.add(way.given(Way.ACCOUNT, row.name, row.label))));
        List<Row> tokens = given(
                "SELECT name, name, roles FROM access_token WHERE owner IS NULL AND revoked_at IS NULL"
                        + " AND expires_at > now() AND roles && ?",
                names);
        if (named) {
            tokens.forEach(
                    row -> row.ways(ways).forEach(way -> holders.add(way.given(Way.TOKEN, row.name, row.label))));
        } else {
            counted(tokens, ways).forEach((way, count) -> holders.add(way.given(Way.TOKEN, "", words(count))));
        }
        return holders.stream().limit(MOST).toList();
    }

    private static String label(RoleMember member, Map<String, String> labels) {
        return member.kind() == RoleMember.Kind.ACCOUNT
                ? labels.getOrDefault(member.name(), member.words())
                : member.words();
    }

    /// The names to show of the accounts that are members.
    private Map<String, String> labels(Collection<Role> roles) {
        String[] names = roles.stream()
                .flatMap(role -> role.members().stream())
                .filter(member -> member.kind() == RoleMember.Kind.ACCOUNT)
                .map(RoleMember::name)
                .distinct()
                .toArray(String[]::new);
        Map<String, String> labels = new HashMap<>();
        if (names.length > 0) {
            jdbc.sql("SELECT name, display_name FROM access_account WHERE name = ANY(?)")
                    .param(names)
                    .query(row -> {
                        labels.put(row.getString("name"), row.getString("display_name"));
                    });
        }
        return labels;
    }

    private static Map<Through, Integer> counted(List<Row> tokens, Set<Through> ways) {
        Map<Through, Integer> counted = new LinkedHashMap<>();
        tokens.forEach(row -> row.ways(ways).forEach(way -> counted.merge(way, 1, Integer::sum)));
        return counted;
    }

    private static String words(int tokens) {
        return tokens == 1 ? "1 service token" : tokens + " service tokens";
    }

    /// The role and those that include it, on every way, each with the space that it holds in on that way.
    private static Set<Through> ways(String role, Map<String, Role> roles) {
        Set<Through> ways = new LinkedHashSet<>();
        Role itself = roles.get(role);
        List<Through> left = new ArrayList<>(List.of(new Through(role, itself == null ? null : itself.space())));
        while (!left.isEmpty()) {
            Through way = left.removeFirst();
            if (ways.add(way)) {
                roles.values().stream()
                        .filter(including -> including.includes().contains(way.role))
                        .forEach(including -> left.add(way.by(including)));
            }
        }
        return ways;
    }

    private List<Row> given(String sql, String[] names) {
        return jdbc.sql(sql + "::text[] ORDER BY name LIMIT " + MOST)
                .param(names)
                .query((row, number) ->
                        new Row(row.getString(1), row.getString(2), AccountReaders.strings(row.getArray(3))))
                .list();
    }

    /// Somebody who was given roles.
    private record Row(String name, String label, Set<String> roles) {

        List<Through> ways(Set<Through> ways) {
            return ways.stream().filter(way -> roles.contains(way.role)).toList();
        }
    }

    /// A role that is held, on one way to the one in question.
    ///
    /// @param space the space that it holds in on that way; null for everywhere
    private record Through(String role, @Nullable String space) {

        Through by(Role including) {
            return new Through(including.name(), including.space() == null ? space : including.space());
        }

        Holder given(Way way, String name, String label) {
            return new Holder(way, name, label, way == Way.ACCOUNT ? 1 : 0, role, space, null);
        }

        Holder member(RoleMember member, String label, int accounts) {
            return new Holder(RoleSet.way(member), member.name(), label, accounts, role, space, member.until());
        }
    }
}
