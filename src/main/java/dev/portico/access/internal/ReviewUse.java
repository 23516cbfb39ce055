package dev.portico.access.internal;

import dev.portico.access.DecisionSettings;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.ReviewLine.Way;
import dev.portico.access.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When somebody was last allowed something that a role allows, by the recorded decisions. Which of several roles gave
/// it is not recorded, so a role counts as used where another would have sufficed.
@Component
final class ReviewUse {

    /// Nothing is known.
    static final Days NONE = (role, way, holder) -> null;

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final DecisionSettings settings;

    ReviewUse(JdbcClient jdbc, Permissions permissions, DecisionSettings settings) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.settings = settings;
    }

    /// The last day that a holder used a role.
    interface Days {

        /// @param holder the name of an account or of a service token
        @Nullable
        LocalDate of(String role, Way way, String holder);
    }

    /// Since when decisions are recorded; null where they are not, or none is.
    @Nullable
    LocalDate since() {
        return settings.record()
                ? jdbc.sql("SELECT min(day) FROM access_decision")
                        .query((row, line) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                        .single()
                        .orElse(null)
                : null;
    }

    Days of(Collection<Role> all, Collection<String> wanted) {
        RoleSet roles = new RoleSet(all);
        Map<String, Set<String>> allowed = new HashMap<>();
        Set<String> any = new TreeSet<>();
        for (String role : wanted) {
            Set<String> names = new HashSet<>();
            for (Permission permission : permissions.all()) {
                if (roles.grants(role).stream()
                        .anyMatch(grant -> grant.allows() && grant.grant().matches(permission))) {
                    names.add(permission.name());
                }
            }
            allowed.put(role, names);
            any.addAll(names);
        }
        Map<String, Map<String, LocalDate>> last = last(any);
        return (role, way, holder) -> way.used()
                ? last
                        .getOrDefault(
                                way == Way.TOKEN || way == Way.MEMBER_TOKEN ? "token:" + holder : "account:" + holder,
                                Map.of())
                        .entrySet()
                        .stream()
                        .filter(day -> allowed.getOrDefault(role, Set.of()).contains(day.getKey()))
                        .map(Map.Entry::getValue)
                        .max(LocalDate::compareTo)
                        .orElse(null)
                : null;
    }

    /// The last day of each permission, by subject. What a personal token did, its owner did.
    private Map<String, Map<String, LocalDate>> last(Set<String> names) {
        Map<String, Map<String, LocalDate>> last = new HashMap<>();
        jdbc.sql("""
                SELECT CASE WHEN starts_with(subject, 'token:') AND strpos(subject, '/') > 0
                           THEN 'account:' || split_part(substr(subject, 7), '/', 1) ELSE subject END AS who,
                       permission, max(day) AS day
                FROM access_decision WHERE result <> 'NONE' AND permission = ANY(:permissions::text[])
                GROUP BY 1, 2
                """).param("permissions", names.toArray(String[]::new)).query(row -> {
            last.computeIfAbsent(row.getString("who"), any -> new HashMap<>())
                    .put(row.getString("permission"), row.getObject("day", LocalDate.class));
        });
        return last;
    }
}
