package dev.portico.access.internal;

import dev.portico.access.RoleHolders;
import dev.portico.kernel.Reader;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Who was given which role, by the tables of accounts and tokens.
@Service
final class StoredRoleHolders implements RoleHolders {

    private final JdbcClient jdbc;
    private final PolicyRights rights;

    StoredRoleHolders(JdbcClient jdbc, PolicyRights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
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
}
