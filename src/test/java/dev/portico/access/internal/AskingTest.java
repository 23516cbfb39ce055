package dev.portico.access.internal;

import dev.portico.PorticoTest;
import dev.portico.access.Access;
import dev.portico.access.AccessRequest;
import dev.portico.access.AccessRequest.State;
import dev.portico.access.AccessRequests;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccessRequest;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.Scope;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.kernel.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People who ask, and what they were told, for tests of requests. Whatever a test changes is taken away after it.
@PorticoTest
abstract class AskingTest {

    static final Reader ADMIN = TestAccounts.ADMIN;
    static final String WANTED = "catalog.source.read";
    static final Set<State> ALL = EnumSet.allOf(State.class);

    @Autowired
    AccessRequests requests;

    @Autowired
    Accounts accounts;

    @Autowired
    Access access;

    @Autowired
    Permissions permissions;

    @Autowired
    Policies policies;

    @Autowired
    PolicyInForce inForce;

    @Autowired
    RequestEnds ends;

    @Autowired
    Spaces spaces;

    @Autowired
    JdbcClient jdbc;

    final List<UUID> made = new ArrayList<>();
    int former;
    Reader ann;

    @BeforeEach
    void people() {
        former = policies.inForce(ADMIN).number();
        ann = person("guest");
    }

    @AfterEach
    void away() {
        PolicySummary now = policies.inForce(ADMIN);
        if (now.number() != former) {
            int version = policies.policy(ADMIN, former).summary().version();
            policies.publish(ADMIN, former, version, now.number());
        }
        spaces.list(ADMIN).stream()
                .filter(space -> space.name().startsWith("asked-"))
                .forEach(space -> spaces.delete(ADMIN, space.name(), space.version()));
        made.forEach(account -> accounts.remove(ADMIN, account));
    }

    AccessRequest ask(Reader reader) {
        return requests.ask(reader, new NewAccessRequest(WANTED, null, null, "To see where it comes from", 1));
    }

    /// By the policy in force at a moment, or now.
    boolean may(Reader reader, Instant moment) {
        Evaluator now = inForce.evaluator();
        Instant when = moment.equals(Instant.EPOCH) ? now.now() : moment;
        return !(new Evaluator(now.number(), now.roles(), when, now.spaces()).scope(reader, permission(WANTED))
                instanceof Scope.None);
    }

    Permission permission(String name) {
        return permissions.named(name).orElseThrow();
    }

    Role role(String name) {
        return policies.policy(ADMIN, policies.inForce(ADMIN).number()).roles().stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void member(Role role) {
        int now = policies.inForce(ADMIN).number();
        PolicySummary draft = policies.draft(ADMIN, null, "For a test");
        PolicySummary put = policies.put(ADMIN, draft.number(), draft.version(), role);
        policies.publish(ADMIN, put.number(), put.version(), now);
    }

    Space space() {
        String name = "asked-" + UUID.randomUUID().toString().substring(0, 8);
        return spaces.create(ADMIN, name, "Asked", "", Set.of());
    }

    Reader person(String role) {
        AccountSummary account = TestAccounts.make(accounts, role);
        made.add(account.id());
        return new Reader(
                "account:" + account.name(), account.id(), account.displayName(), null, Set.of(), Set.of(role), null);
    }

    static String name(Reader reader) {
        return reader.subject().substring("account:".length());
    }

    /// What the account was told, oldest first.
    List<String> told(Reader reader) {
        return jdbc.sql("SELECT title FROM notifications_entry WHERE account = ? ORDER BY sent_at, id")
                .param(reader.account())
                .query((row, line) -> row.getString(1))
                .list();
    }

    List<String> actions(UUID request) {
        return jdbc.sql("SELECT action FROM audit_entry WHERE thing_type = 'access-request' AND thing_id = ?"
                        + " AND NOT refused ORDER BY id")
                .param(request.toString())
                .query((row, line) -> row.getString(1))
                .list();
    }
}
