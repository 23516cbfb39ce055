package dev.portico.access.internal;

import dev.portico.access.DecisionSettings;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Role;
import dev.portico.kernel.Reader;
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
    static final Days NONE = (role, subject) -> null;

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

        /// @param subject an account or a service token: `account:jane`, `token:ci`
        @Nullable
        LocalDate of(String role, String subject);
    }

    /// Since when decisions are recorded; null where they are not, or none is.
    ///
    /// @param by who begins the review: what they made up themselves counts for them
    @Nullable
    LocalDate since(Reader by) {
        return settings.record()
                ? jdbc.sql("SELECT min(day) FROM access_decision WHERE made_by IS NULL OR made_by = ?")
                        .param(by.subject())
                        .query((row, line) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                        .single()
                        .orElse(null)
                : null;
    }

    Days of(Reader by, Collection<Role> all, Collection<String> wanted) {
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
        Map<String, Map<String, LocalDate>> last = last(by, any);
        return (role, subject) -> last.getOrDefault(subject, Map.of()).entrySet().stream()
                .filter(day -> allowed.getOrDefault(role, Set.of()).contains(day.getKey()))
                .map(Map.Entry::getValue)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /// The last day of each permission, by subject. What a personal token did, its owner did.
    private Map<String, Map<String, LocalDate>> last(Reader by, Set<String> names) {
        Map<String, Map<String, LocalDate>> last = new HashMap<>();
        jdbc.sql("""
                SELECT CASE WHEN starts_with(subject, 'token:') AND strpos(subject, '/') > 0
                           THEN 'account:' || split_part(substr(subject, 7), '/', 1) ELSE subject END AS who,
                       permission, max(day) AS day
                FROM access_decision WHERE result <> 'NONE' AND permission = ANY(:permissions::text[])
                    AND (made_by IS NULL OR made_by = :by)
                GROUP BY 1, 2
                """)
                .param("permissions", names.toArray(String[]::new))
                .param("by", by.subject())
                .query(row -> {
                    last.computeIfAbsent(row.getString("who"), any -> new HashMap<>())
                            .put(row.getString("permission"), row.getObject("day", LocalDate.class));
                });
        return last;
    }
}
