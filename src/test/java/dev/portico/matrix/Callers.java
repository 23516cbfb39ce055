package dev.portico.matrix;

import dev.portico.TestPortal;
import dev.portico.access.NewToken;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Everybody who asks: for each role an account with a session, with tokens of its own, and two service tokens that
/// have the role, one of them limited to a space.
final class Callers {

    static final String PASSWORD = "four plain words here";

    /// Those with an account.
    static final List<String> PEOPLE = Stream.concat(World.ROLES.stream(), Stream.of("mine", "in-a", "but-not"))
            .toList();

    private static final String ACCOUNTS = "/api/portico/accounts/";

    private final ApplicationContext context;
    private final Admin admin;
    private final Tokens tokens;
    private final Map<String, Caller> callers = new HashMap<>();
    private final Map<String, UUID> accounts = new HashMap<>();

    Callers(ApplicationContext context, Admin admin, Tokens tokens) {
        this.context = context;
        this.admin = admin;
        this.tokens = tokens;
    }

    void make() throws Exception {
        add(new Caller("nobody", "session", Caller.nobody(), TestPortal.of(context), ""));
        String guest = Admin.json(TestPortal.of(context)
                        .post("/api/auth/guest/refresh", Map.of())
                        .body())
                .at("/backstageIdentity/token")
                .asString();
        add(new Caller("visitor", "session", Caller.nobody(), TestPortal.of(context), guest));
        for (String name : PEOPLE) {
            UUID id = account(name, role(name));
            Caller session = new Caller(name, "session", id, TestPortal.of(context), "");
            add(session);
            signIn(session);
            add(name, "token", id, personal(id, TokenRequest.personal("matrix", null)));
            add(
                    name,
                    "token-read",
                    id,
                    personal(id, TokenRequest.personal("matrix-read", Set.of("catalog.entity.read"))));
            add(
                    name,
                    "token-a",
                    id,
                    personal(id, TokenRequest.personal("matrix-a", null).within(Set.of("matrix-a"))));
            service(name, "service", "");
            service(name, "service-a", ", \"spaces\": [\"matrix-a\"]");
        }
        account("other", "guest");
    }

    /// @param limit what limits the token, as JSON
    private void service(String name, String way, String limit) throws IOException, InterruptedException {
        JsonNode made = admin.done(
                "POST",
                "/api/portico/tokens",
                "{\"name\": \"matrix-%s-%s\", \"service\": true, \"roles\": [\"%s\"]%s}"
                        .formatted(way, name, role(name), limit));
        add(new Caller(
                        name,
                        way,
                        Caller.nobody(),
                        TestPortal.of(context),
                        made.path("text").asString())
                .using(made.at("/token/id").asString()));
    }

    void end() throws Exception {
        for (UUID id : accounts.values()) {
            admin.done("DELETE", ACCOUNTS + id, "");
        }
        for (Caller caller : callers.values()) {
            if (caller.way().startsWith("service")) {
                admin.done("DELETE", "/api/portico/tokens/" + caller.tokenId(), "");
            }
        }
    }

    Caller of(String way, String name) {
        return Objects.requireNonNull(callers.get(way + "/" + name), way + "/" + name);
    }

    /// Begins a new session for the person.
    void signIn(Caller caller) throws IOException, InterruptedException {
        TestPortal browser = TestPortal.of(context);
        String end = browser.signIn("matrix-" + caller.name(), PASSWORD)
                .headers()
                .firstValue("Location")
                .orElse("");
        if (end.contains("error")) {
            throw new IllegalStateException(caller + " cannot sign in: " + end);
        }
        of("session", caller.name()).comeIn(browser);
    }

    /// A personal token of somebody: of the caller, or of one who does not call where the caller is no person.
    NewToken personal(UUID account, TokenRequest request) {
        boolean person = !account.equals(Caller.nobody());
        UUID owner = person ? account : Objects.requireNonNull(accounts.get("other"));
        // Whoever may make tokens: a portal may take that from somebody who has some.
        Reader maker = new Reader("account:matrix", owner, "Matrix", null, Set.of(), Set.of("engineer"), null);
        return tokens.create(maker, request);
    }

    /// The person as the views meet them.
    static Reader reader(Caller caller) {
        return new Reader(
                "account:matrix-" + caller.name(),
                caller.account(),
                caller.name(),
                EntityRef.parse("user:matrix/" + caller.name()),
                Set.of(EntityRef.parse("group:matrix/a-mine"), EntityRef.parse("group:matrix/b-mine")),
                Set.of(role(caller.name())),
                null);
    }

    private static String role(String name) {
        return World.ROLES.contains(name) ? name : "matrix-" + name;
    }

    private UUID account(String name, String role) throws IOException, InterruptedException {
        UUID id = UUID.fromString(admin.done(
                        "POST",
                        ACCOUNTS.substring(0, ACCOUNTS.length() - 1),
                        "{\"name\": \"matrix-%s\", \"roles\": [\"%s\"], \"password\": \"%s\"}"
                                .formatted(name, role, PASSWORD))
                .path("id")
                .asString());
        accounts.put(name, id);
        return id;
    }

    private void add(String name, String way, UUID account, NewToken token) {
        add(new Caller(name, way, account, TestPortal.of(context), token.text())
                .using(token.token().id().toString()));
    }

    private void add(Caller caller) {
        callers.put(caller.toString(), caller);
    }
}
