package dev.portico.matrix;

import dev.portico.TestPortal;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Somebody who asks: a column of the table, coming in one of its ways.
final class Caller {

    private static final UUID NOBODY = new UUID(0, 0);

    private final String name;
    private final String way;
    private final UUID account;
    private TestPortal browser;
    private String text;
    private String tokenId = NOBODY.toString();
    private String csrf = "";

    /// @param account all zeros for who has none
    /// @param text    of the token; empty for who has none
    Caller(String name, String way, UUID account, TestPortal browser, String text) {
        this.name = name;
        this.way = way;
        this.account = account;
        this.browser = browser;
        this.text = text;
    }

    static UUID nobody() {
        return NOBODY;
    }

    Caller using(String token) {
        tokenId = token;
        return this;
    }

    String name() {
        return name;
    }

    String way() {
        return way;
    }

    UUID account() {
        return account;
    }

    String tokenId() {
        return tokenId;
    }

    boolean hasSession() {
        return way.equals("session") && !account.equals(NOBODY);
    }

    /// Comes with another text of the token from now on.
    void comeWith(String next) {
        text = next;
    }

    /// Comes in another session from now on.
    void comeIn(TestPortal next) {
        browser = next;
        csrf = "";
    }

    /// What forms of the session carry.
    String csrf() throws IOException, InterruptedException {
        if (csrf.isEmpty()) {
            csrf = hasSession() || name.equals("nobody") ? browser.csrfToken() : "none";
        }
        return csrf;
    }

    HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", type));
        if (!text.isEmpty()) {
            headers.put("Authorization", "Bearer " + text);
        } else if (hasSession() && !method.equals("GET")) {
            headers.put("X-CSRF-TOKEN", csrf());
        }
        return browser.send(method, path, body, headers);
    }

    @Override
    public String toString() {
        return way + "/" + name;
    }
}
