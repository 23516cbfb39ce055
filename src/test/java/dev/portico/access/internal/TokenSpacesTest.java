package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewToken;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRequest;
import dev.portico.access.TokenRotation;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorticoTest
final class TokenSpacesTest {

    private static final Reader ADMIN = TestAccounts.ADMIN;
    private static final String EAST = "token-spaces-east";
    private static final String WEST = "token-spaces-west";
    private static final String SOURCE = "token-spaces-test";
    private static final Reader KEEPER = new Reader(
            "account:token-spaces-keeper", Ids.next(), "Keeper", null, Set.of(), Set.of("token-spaces-keeper"), null);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Tokens tokens;

    @Autowired
    private TokenRotation rotation;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Policies policies;

    @Autowired
    private Sources sources;

    @Autowired
    private SpaceOwners owners;

    @Autowired
    private JdbcClient jdbc;

    private TestPortal portal;
    private Reader reader;
    private int before;

    @BeforeEach
    void make() {
        portal = TestPortal.of(context);
        AccountSummary owner = TestAccounts.make(accounts, Roles.ENGINEER);
        reader = new Reader("account:" + owner.name(), owner.id(), "Tester", null, Set.of(), owner.roles(), null);
        before = policies.inForce(ADMIN).number();
        sources.push(SOURCE, List.of(new DescriptorUpload("things.yaml", """
                        apiVersion: backstage.io/v1alpha1
                        kind: Component
                        metadata: {name: east, namespace: token-spaces}
                        spec: {type: service, lifecycle: production, owner: group:token-spaces/east}
                        ---
                        apiVersion: backstage.io/v1alpha1
                        kind: Component
                        metadata: {name: west, namespace: token-spaces}
                        spec: {type: service, lifecycle: production, owner: group:token-spaces/west}
                        """.getBytes(StandardCharsets.UTF_8))), ADMIN);
        spaces.create(ADMIN, EAST, "East", "", Set.of(EntityRef.parse("group:token-spaces/east")));
        spaces.create(ADMIN, WEST, "West", "", Set.of(EntityRef.parse("group:token-spaces/west")));
    }

    @AfterEach
    void unmake() {
        int now = policies.inForce(ADMIN).number();
        if (now != before) {
            policies.publish(
                    ADMIN, before, policies.policy(ADMIN, before).summary().version(), now);
        }
        for (TokenSummary token : tokens.all(ADMIN, null, Tokens.LONGEST_LIST)) {
            if (token.spaces() != null) {
                tokens.revoke(ADMIN, token.id());
            }
        }
        jdbc.sql("DELETE FROM access_space WHERE name LIKE 'token-spaces-%'").update();
        owners.forgetAll();
        sources.remove(SOURCE, ADMIN);
    }

    @Test
    void a_token_of_a_space_reads_what_belongs_to_it_and_nothing_else() throws Exception {
        NewToken made =
                tokens.create(reader, TokenRequest.personal("east", null).within(Set.of(EAST)));
        NewToken both =
                tokens.create(reader, TokenRequest.personal("both", null).within(Set.of(EAST, WEST)));

        assertThat(made.token().spaces()).containsExactly(EAST);
        assertThat(get(made, "/api/catalog/entities?filter=metadata.namespace=token-spaces"))
                .contains("\"name\":\"east\"")
                .doesNotContain("\"name\":\"west\"");
        assertThat(status(made, "GET", "/api/catalog/entities/by-name/component/token-spaces/east"))
                .isEqualTo(200);
        assertThat(status(made, "GET", "/api/catalog/entities/by-name/component/token-spaces/west"))
                .isEqualTo(404);
        assertThat(get(both, "/api/catalog/entities?filter=metadata.namespace=token-spaces"))
                .contains("\"name\":\"east\"", "\"name\":\"west\"");
        assertThat(get(made, "/api/portico/access/spaces")).contains(EAST).doesNotContain(WEST);
        assertThat(get(made, "/api/portico/me")).contains("\"spaces\":[\"" + EAST + "\"]");
    }

    @Test
    void what_belongs_to_no_space_is_outside_of_every_token_of_a_space() throws Exception {
        NewToken made = tokens.create(
                ADMIN,
                TokenRequest.service("token-spaces-admin-" + Ids.next(), Set.of(Roles.ADMIN), null)
                        .within(Set.of(EAST)));

        for (String path : List.of("/accounts", "/secrets", "/audit", "/audit/chain", "/sources/" + SOURCE)) {
            assertThat(status(made, "GET", "/api/portico" + path)).as(path).isIn(403, 404);
        }
        assertThat(portal.call(made.text(), "POST", "/api/portico/access/spaces", "{\"name\":\"x\",\"groups\":[]}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(status(made, "DELETE", "/api/portico/sources/" + SOURCE)).isIn(403, 404);
    }

    @Test
    void rotation_leaves_the_spaces_as_they_are() throws Exception {
        NewToken made =
                tokens.create(reader, TokenRequest.personal("rotated", null).within(Set.of(EAST)));

        NewToken rotated = rotation.rotate(reader, made.token().id(), null, Duration.ZERO);

        assertThat(rotated.token().spaces()).containsExactly(EAST);
        assertThat(status(rotated, "GET", "/api/catalog/entities/by-name/component/token-spaces/west"))
                .isEqualTo(404);
        assertThat(portal.call(
                                rotated.text(),
                                "POST",
                                "/api/portico/tokens/" + made.token().id() + "/rotation",
                                "{}")
                        .body())
                .contains("\"spaces\":[\"" + EAST + "\"]");
    }

    @Test
    void a_token_makes_sees_and_revokes_none_that_reaches_further() {
        tokens.create(reader, TokenRequest.personal("wide", null));
        NewToken west =
                tokens.create(reader, TokenRequest.personal("west", null).within(Set.of(WEST)));
        tokens.create(reader, TokenRequest.personal("east", null).within(Set.of(EAST)));
        Reader inUse = new Reader(
                        reader.subject().replace("account:", "token:") + "/east",
                        reader.account(),
                        "Tester",
                        null,
                        Set.of(),
                        reader.roles(),
                        null)
                .within(EAST);

        assertThat(tokens.own(inUse)).extracting(TokenSummary::name).containsExactly("east");
        assertThatThrownBy(() ->
                        tokens.create(inUse, TokenRequest.personal("more", null).within(Set.of(EAST, WEST))))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> tokens.revoke(inUse, west.token().id())).isInstanceOf(Refusal.Forbidden.class);
        assertThat(tokens.create(inUse, TokenRequest.personal("same", null))
                        .token()
                        .spaces())
                .containsExactly(EAST);
    }

    @Test
    void whoever_looks_after_a_space_makes_tokens_of_it_and_of_no_other() {
        PolicySummary draft = policies.draft(ADMIN, null, "A keeper of tokens");
        PolicySummary put = policies.put(
                ADMIN,
                draft.number(),
                draft.version(),
                new Role("token-spaces-keeper", "", Set.of("space-admin"), EAST, List.of(), List.of()));
        policies.publish(ADMIN, draft.number(), put.version(), before);
        TokenRequest request = TokenRequest.service("token-spaces-" + Ids.next(), Set.of("token-spaces-keeper"), null);

        for (TokenRequest refused : List.of(
                request,
                request.within(Set.of(EAST, WEST)),
                service(Roles.ENGINEER).within(Set.of(EAST)))) {
            assertThatThrownBy(() -> tokens.create(KEEPER, refused))
                    .isInstanceOfAny(Refusal.Forbidden.class, Refusal.NotFound.class);
        }
        NewToken made = tokens.create(KEEPER, request.within(Set.of(EAST)));
        tokens.create(ADMIN, service(Roles.GUEST).within(Set.of(WEST)));

        assertThat(tokens.all(KEEPER, null, 10))
                .extracting(TokenSummary::id)
                .containsExactly(made.token().id());
        tokens.revoke(KEEPER, made.token().id());
        assertThatThrownBy(() -> tokens.revoke(
                        KEEPER, tokens.all(ADMIN, null, 1).getFirst().id()))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_token_names_spaces_that_its_maker_may_know_of() {
        assertThatThrownBy(() -> tokens.create(
                        reader, TokenRequest.personal("none", null).within(Set.of())))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> tokens.create(
                        reader, TokenRequest.personal("gone", null).within(Set.of("gone"))))
                .isInstanceOf(Refusal.NotFound.class);
    }

    private static TokenRequest service(String role) {
        return TokenRequest.service("token-spaces-" + Ids.next(), Set.of(role), null);
    }

    private String get(NewToken token, String path) throws Exception {
        return portal.call(token.text(), "GET", path, "").body();
    }

    private int status(NewToken token, String method, String path) throws Exception {
        return portal.call(token.text(), method, path, "").statusCode();
    }
}
