package dev.portico.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists that are longer than one answer.
@PorticoTest
final class LongListsTest {

    private static final String NAME = "of-the-long-list-";
    private static final int MANY = 1_100;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient database;

    private TestPortal portal;

    @BeforeEach
    void fill() {
        portal = TestPortal.of(context);
        database.sql("""
                        INSERT INTO access_account
                            (id, version, name, display_name, issuer, subject, roles, enabled, generation, created_at)
                        SELECT gen_random_uuid(), 0, :name || n, 'Many', 'https://many.example', 'many-' || n, '{}', true, 0,
                            now()
                        FROM generate_series(1, :many) n""").param("name", NAME).param("many", MANY).update();
        database.sql("""
                        INSERT INTO access_token (id, name, roles, sha256, hint, created_by, expires_at)
                        SELECT gen_random_uuid(), :name || n, '{guest}', sha256((:name || n)::bytea), 'hint', 'test',
                            now() + interval '1 day'
                        FROM generate_series(1, :many) n""").param("name", NAME).param("many", MANY).update();
    }

    @AfterEach
    void empty() {
        database.sql("DELETE FROM access_token WHERE name LIKE ?")
                .param(NAME + "%")
                .update();
        database.sql("DELETE FROM access_account WHERE name LIKE ?")
                .param(NAME + "%")
                .update();
    }

    @Test
    void accounts_are_all_there_whatever_limit_is_asked_for() throws Exception {
        assertThat(all("/api/portico/accounts?limit=500")).hasSize(MANY);
        assertThat(all("/api/portico/accounts?limit=450")).hasSize(MANY);
    }

    @Test
    void tokens_are_all_there_whatever_limit_is_asked_for() throws Exception {
        assertThat(all("/api/portico/tokens?all=true&limit=500")).hasSize(MANY);
        assertThat(all("/api/portico/tokens?all=true")).hasSize(MANY);
    }

    /// The names of this test in all parts of a list.
    private Set<String> all(String path) throws Exception {
        Set<String> names = new HashSet<>();
        String after = "";
        for (int part = 0; part < 100; part++) {
            JsonNode answer = JsonMapper.shared()
                    .readTree(portal.call(TestPortal.ADMIN_TOKEN, "GET", path + after, "")
                            .body());
            for (JsonNode item : answer.path("items")) {
                if (item.path("name").asString("").startsWith(NAME)) {
                    assertThat(names.add(item.path("name").asString())).isTrue();
                }
            }
            if (answer.path("next").isNull() || answer.path("next").isMissingNode()) {
                return names;
            }
            after = "&after=" + answer.path("next").asString();
        }
        throw new AssertionError("The list of " + path + " has no end");
    }
}
