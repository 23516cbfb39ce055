package dev.portico;

import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.kernel.Reader;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls of the portal's REST, and the rows that they leave in the audit trail.
final class AuditedCalls {

    private static final String PASSWORD = "four plain words here";

    private final TestPortal portal;
    private final JdbcClient database;
    private final Tokens tokens;

    AuditedCalls(TestPortal portal, JdbcClient database, Tokens tokens) {
        this.portal = portal;
        this.database = database;
        this.tokens = tokens;
    }

    /// Ends an account that was made here.
    void remove(JsonNode account) throws Exception {
        call(
                TestPortal.ADMIN_TOKEN,
                "DELETE",
                "/api/portico/accounts/" + account.path("id").asString(),
                "",
                "");
    }

    /// A personal token; null scopes for none that limit it.
    String token(String owner, String account, @Nullable Set<String> scopes) {
        Reader reader = new Reader(
                "account:" + owner, UUID.fromString(account), owner, null, Set.of(), Set.of("engineer"), null);
        return tokens.create(reader, TokenRequest.personal("sweep", scopes)).text();
    }

    /// A new engineer.
    JsonNode account(String name) throws Exception {
        return JsonMapper.shared()
                .readTree(call(
                                TestPortal.ADMIN_TOKEN,
                                "POST",
                                "/api/portico/accounts",
                                "{\"name\": \"" + name + "\", \"roles\": [\"engineer\"], \"password\": \"" + PASSWORD
                                        + "\"}",
                                "")
                        .body());
    }

    /// @param request the id of the request, which rows carry; empty for none
    HttpResponse<String> call(String token, String method, String path, String body, String request) throws Exception {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + token));
        headers.put("Content-Type", path.endsWith("/descriptors") ? "application/yaml" : "application/json");
        if (!request.isEmpty()) {
            headers.put("X-Request-Id", request);
        }
        return portal.send(method, path, body, headers);
    }

    /// How many rows a request left.
    long rows(String request, boolean refused) {
        return database.sql("SELECT count(*) FROM audit_entry WHERE request = ? AND refused = ?")
                .params(request, refused)
                .query(Long.class)
                .single();
    }
}
