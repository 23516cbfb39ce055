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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Who was given which role, by the tables of accounts and tokens, and who is a member, by a policy.
@Service
final class StoredRoleHolders implements RoleHolders {

    private final JdbcClient jdbc;
    private final PolicyRights rights;
    private final Policies policies;

    StoredRoleHolders(JdbcClient jdbc, PolicyRights rights, Policies policies) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.policies = policies;
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
        return given;
    }

    @Override
    public List<Holder> holders(Reader reader, int policy, String role) {
        Map<String, Role> roles = roles(reader, policy);
        if (!roles.containsKey(role)) {
            throw new Refusal.NotFound(
                    "role-unknown", "Policy " + policy + " has no role \"" + role + "\" that you may see");
        }
        return holders(role, roles);
    }

    @Override
    public List<GrantHolders> grants(Reader reader, int policy, String pattern) {
        Map<String, Role> roles = roles(reader, policy);
        List<GrantHolders> all = new ArrayList<>();
        for (Role role : roles.values()) {
            List<Grant> matching = role.grants().stream()
                    .filter(grant -> PermissionPattern.overlap(grant.pattern(), pattern))
                    .toList();
            if (!matching.isEmpty()) {
                List<Holder> holders = holders(role.name(), roles);
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

    private List<Holder> holders(String role, Map<String, Role> roles) {
        Map<String, Optional<String>> ways = ways(role, roles);
        List<Holder> holders = new ArrayList<>();
        ways.forEach((through, space) -> {
            Role holding = roles.get(through);
            if (holding != null) {
                holding.members().forEach(member -> holders.add(holder(member, through, space.orElse(null))));
            }
        });
        String[] names = ways.keySet().toArray(String[]::new);
        given(
                "SELECT name, display_name, roles FROM access_account WHERE enabled AND roles && ?::text[]",
                Way.ACCOUNT,
                names,
                ways,
                holders);
        given(
                "SELECT name, name, roles FROM access_token WHERE owner IS NULL AND revoked_at IS NULL"
                        + " AND expires_at > now() AND roles && ?::text[]",
                Way.TOKEN,
                names,
                ways,
                holders);
        return holders.stream().limit(MOST).toList();
    }

    /// The role and those that include it, each with the space that it holds in on that way.
    private static Map<String, Optional<String>> ways(String role, Map<String, Role> roles) {
        Map<String, Optional<String>> ways = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(List.of(role));
        ways.put(role, space(roles.get(role)));
        while (!left.isEmpty()) {
            String included = left.removeFirst();
            for (Role including : roles.values()) {
                if (including.includes().contains(included) && !ways.containsKey(including.name())) {
                    ways.put(
                            including.name(), space(including).or(() -> ways.getOrDefault(included, Optional.empty())));
                    left.add(including.name());
                }
            }
        }
        return ways;
    }

    private static Optional<String> space(@Nullable Role role) {
        return role == null ? Optional.empty() : Optional.ofNullable(role.space());
    }

    private void given(String sql, Way way, String[] names, Map<String, Optional<String>> ways, List<Holder> holders) {
        jdbc.sql(sql + " ORDER BY name LIMIT " + MOST).param(names).query(row -> {
            String name = row.getString(1);
            String label = row.getString(2);
            for (String held : (String[]) row.getArray(3).getArray()) {
                if (ways.containsKey(held)) {
                    @Nullable
                    String space = ways.getOrDefault(held, Optional.empty()).orElse(null);
                    holders.add(new Holder(way, name, label, held, space, null));
                }
            }
        });
    }

    private static Holder holder(RoleMember member, String through, @Nullable String space) {
        Way way =
                switch (member.kind()) {
                    case USER -> Way.USER;
                    case GROUP -> Way.GROUP;
                    case EVERYONE -> Way.EVERYONE;
                    case TOKEN -> Way.TOKEN;
                    case ACCOUNT -> Way.ACCOUNT;
                };
        @Nullable Instant until = member.until();
        return new Holder(way, member.name(), member.words(), through, space, until);
    }
}
