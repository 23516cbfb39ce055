package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.ScreenTest;
import dev.portico.TestPortal;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.NewToken;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.Rule;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// What is offered before a thing is chosen is what one may: a right that is about no thing is held without a condition
/// or not at all.
final class OpenPagesTest extends ScreenTest {

    private static final Reader SYSTEM = Reader.system("open-pages");
    private static final String SPACE = "open-pages";
    private static final String IN_SPACE = "open-pages-in-space";
    private static final String UNDER_CONDITION = "open-pages-under-condition";
    private static final String BUT_NOT = "open-pages-but-not";
    private static final String WHOLE = "open-pages-whole";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Policies policies;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Tokens tokens;

    private final List<NewToken> made = new ArrayList<>();
    private int before;

    @BeforeEach
    void publish() {
        before = policies.inForce(SYSTEM).number();
        spaces.create(SYSTEM, SPACE, "Open pages", "", Set.of(EntityRef.parse("group:open-pages/team")));
        PolicySummary draft = policies.draft(SYSTEM, null, "Rights that are limited");
        PolicySummary put = draft;
        Grant all = Grant.allow("*", Condition.always());
        for (Role role : List.of(
                role(IN_SPACE, SPACE, all),
                role(UNDER_CONDITION, null, Grant.allow("*", new Rule.KindIn(Set.of("component")))),
                role(BUT_NOT, null, all, Grant.deny("*", new Rule.KindIn(Set.of("api")))),
                role(WHOLE, null, all))) {
            put = policies.put(SYSTEM, draft.number(), put.version(), role);
        }
        policies.publish(SYSTEM, draft.number(), put.version(), before);
    }

    @AfterEach
    void restore() {
        made.forEach(token -> tokens.revoke(SYSTEM, token.token().id()));
        int now = policies.inForce(SYSTEM).number();
        policies.publish(
                SYSTEM, before, policies.policy(SYSTEM, before).summary().version(), now);
        Space space = spaces.space(SYSTEM, SPACE);
        spaces.delete(SYSTEM, SPACE, space.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {IN_SPACE, UNDER_CONDITION, BUT_NOT})
    void whoever_holds_all_rights_with_a_limit_is_offered_what_they_may(String role) throws Exception {
        startAs(new Reader("account:" + role, Ids.next(), "Limited", null, Set.of(), Set.of(role), null));
        open("catalog");
        assertThat(heading()).isEqualTo("Catalog");
        assertThat(menu()).contains("Catalog", "Sources", "Search").doesNotContain("Audit");
        open("audit");
        assertThat(words()).contains("audit.entry.read").doesNotContain("Export CSV");

        NewToken token = token(role);
        assertThat(said(token))
                .contains("catalog.entity.read", "catalog.source.read", "access.role.edit", "access.token.manage")
                .doesNotContain("audit.entry.read", "access.account.manage", "access.space.create")
                .doesNotContain("catalog.entity.validate", "secrets.secret.manage", "shell.metrics.read");
        assertThat(status(token, "/api/portico/audit")).isEqualTo(403);
        assertThat(status(token, "/api/portico/accounts")).isEqualTo(403);
    }

    @Test
    void whoever_holds_them_without_a_limit_is_offered_all() throws Exception {
        startAs(new Reader("account:" + WHOLE, Ids.next(), "Whole", null, Set.of(), Set.of(WHOLE), null));
        open("catalog");
        assertThat(menu()).contains("Catalog", "Sources", "Search", "Audit");

        NewToken token = token(WHOLE);
        assertThat(said(token)).contains("audit.entry.read", "access.account.manage", "access.space.create");
        assertThat(status(token, "/api/portico/audit")).isEqualTo(200);
    }

    private List<String> menu() {
        return find(DrawerEntries.class).single().titles();
    }

    private NewToken token(String role) {
        NewToken token = tokens.create(SYSTEM, TokenRequest.service("open-pages-" + Ids.next(), Set.of(role), null));
        made.add(token);
        return token;
    }

    /// The permissions that the portal says the token has.
    private List<String> said(NewToken token) throws Exception {
        String answer = TestPortal.of(context)
                .call(token.text(), "GET", "/api/portico/me", "")
                .body();
        return JsonMapper.shared()
                .readTree(answer)
                .path("permissions")
                .valueStream()
                .map(permission -> permission.asString())
                .toList();
    }

    private int status(NewToken token, String path) throws Exception {
        return TestPortal.of(context).call(token.text(), "GET", path, "").statusCode();
    }

    private static Role role(String name, @org.jspecify.annotations.Nullable String space, Grant... grants) {
        return new Role(name, "For a test.", Set.of(), space, List.of(), List.of(grants));
    }
}
