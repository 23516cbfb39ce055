package dev.portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.Rule;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRequest;
import dev.portico.access.TokenSummary;
import dev.portico.access.Tokens;
import dev.portico.audit.Audit;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A source of a space is the space's: it brings what belongs to the space, and who has rights there alone uses it.
@PorticoTest
final class SourceSpacesTest {

    private static final Reader ADMIN = Reader.system("tests");
    private static final String EAST = "source-spaces-east";
    private static final String WEST = "source-spaces-west";

    /// Holds a role of the space in the east.
    private static final Reader KEEPER = new Reader(
            "account:source-keeper", Ids.next(), "Keeper", null, Set.of(), Set.of("source-spaces-keeper"), null);

    /// A token that is limited to the east, with every role.
    private static final Reader TOKEN =
            new Reader("token:source-token", null, "source-token", null, Set.of(), Set.of("admin"), null).within(EAST);

    @Autowired
    private Sources sources;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Locations locations;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Policies policies;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Audit audit;

    private final List<String> made = new ArrayList<>();
    private int before;

    @BeforeEach
    void make() {
        before = policies.inForce(ADMIN).number();
        spaces.create(ADMIN, EAST, "East", "", Set.of(EntityRef.parse("group:source-spaces/east")));
        spaces.create(ADMIN, WEST, "West", "", Set.of(EntityRef.parse("group:source-spaces/west")));
        PolicySummary draft = policies.draft(ADMIN, null, "A keeper of sources");
        PolicySummary put = policies.put(
                ADMIN,
                draft.number(),
                draft.version(),
                new Role(
                        "source-spaces-keeper",
                        "",
                        Set.of("space-admin"),
                        EAST,
                        List.of(),
                        List.of(Grant.allow("catalog.*"))));
        policies.publish(ADMIN, draft.number(), put.version(), before);
    }

    @AfterEach
    void unmake() {
        int now = policies.inForce(ADMIN).number();
        policies.publish(ADMIN, before, policies.policy(ADMIN, before).summary().version(), now);
        made.forEach(name -> sources.remove(name, ADMIN));
        for (Space space : List.of(spaces.space(ADMIN, EAST), spaces.space(ADMIN, WEST))) {
            spaces.delete(ADMIN, space.name(), space.version());
        }
    }

    @Test
    void whoever_has_rights_in_a_space_alone_sends_what_belongs_to_it() {
        push("source-east", EAST, KEEPER, component("east", "east"));
        push("source-token", null, TOKEN, component("token", "east"));

        assertThat(sources.source("source-token", TOKEN).definition().space()).isEqualTo(EAST);
        assertThat(sources.list(KEEPER))
                .extracting(source -> source.definition().name())
                .containsExactly("source-east", "source-token");
        assertThat(catalog.entity(EntityRef.parse("component:source-spaces/east"), ADMIN))
                .isNotNull();
    }

    @Test
    void whoever_has_rights_in_a_space_alone_registers_no_address_without_tls() {
        for (String type : List.of("url", "git")) {
            SourceDefinition plain = new SourceDefinition(
                    "source-plain", type, "http://catalog.example/a.yaml", null, null, null, Duration.ZERO, EAST);
            assertThatThrownBy(() -> sources.register(plain, KEEPER))
                    .isInstanceOfSatisfying(Refusal.Forbidden.class, refusal -> assertThat(refusal.reason())
                            .contains("https alone", "begins with https://"));
        }
    }

    @Test
    void what_belongs_elsewhere_or_to_nobody_is_refused_and_nothing_is_kept() {
        push("source-east", EAST, KEEPER, component("east", "east"));
        String ownerless = """
                apiVersion: backstage.io/v1alpha1
                kind: Location
                metadata: {name: nobodys, namespace: source-spaces}
                spec: {type: url, targets: []}
                """;
        String group = """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: below, namespace: source-spaces}
                spec: {type: team, parent: group:source-spaces/east, children: [], owner: group:source-spaces/east}
                """;

        for (String refused : List.of(component("west", "west"), ownerless, group)) {
            for (Reader reader : List.of(KEEPER, TOKEN, ADMIN)) {
                assertThatThrownBy(() -> push("source-east", EAST, reader, component("more", "east"), refused))
                        .isInstanceOfSatisfying(Refusal.Forbidden.class, refusal -> assertThat(refusal.reason())
                                .contains("brings only what groups of the space " + EAST + " own"));
            }
        }
        assertThat(sources.source("source-east", ADMIN).entities()).isEqualTo(1);
        assertThat(sources.preview("source-east", null, List.of(file(component("west", "west"))), ADMIN)
                        .refused())
                .isEqualTo(1);
    }

    @Test
    void sources_of_other_spaces_and_of_none_are_out_of_reach() {
        push("source-west", WEST, ADMIN, component("west", "west"));
        push("source-none", null, ADMIN, component("none", "east"));

        for (Reader reader : List.of(KEEPER, TOKEN)) {
            assertThat(sources.list(reader)).isEmpty();
            assertThat(locations.all(reader)).isEmpty();
            for (String name : List.of("source-west", "source-none")) {
                assertThatThrownBy(() -> sources.source(name, reader)).isInstanceOf(Refusal.NotFound.class);
                assertThatThrownBy(() -> sources.problems(name, reader)).isInstanceOf(Refusal.NotFound.class);
                assertThatThrownBy(() -> sources.refresh(name, reader)).isInstanceOf(Refusal.NotFound.class);
                assertThatThrownBy(() -> sources.remove(name, reader)).isInstanceOf(Refusal.NotFound.class);
                assertThatThrownBy(() -> push(name, EAST, reader, component("east", "east")))
                        .isInstanceOf(Refusal.Forbidden.class);
            }
            assertThatThrownBy(() -> push("source-new", WEST, reader, component("w", "west")))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThatThrownBy(() -> push("source-new", null, KEEPER, component("e", "east")))
                .isInstanceOfSatisfying(Refusal.Forbidden.class, refusal -> assertThat(refusal.reason())
                        .contains("name a space"));
    }

    @Test
    void files_of_the_server_and_secrets_belong_to_no_space() {
        SourceDefinition folder =
                new SourceDefinition("source-folder", "folder", "/etc", null, null, null, Duration.ZERO, EAST);
        SourceDefinition secret = new SourceDefinition(
                "source-git", "git", "https://git.example.com/a.git", null, null, "source.x", Duration.ZERO, EAST);

        SourceDefinition repository = new SourceDefinition(
                "source-git", "git", "/srv/secret.git", null, "**/*.yaml", null, Duration.ZERO, EAST);
        for (SourceDefinition refused : List.of(folder, secret, repository)) {
            assertThatThrownBy(() -> sources.register(refused, KEEPER)).isInstanceOf(Refusal.Forbidden.class);
            assertThatThrownBy(() -> sources.preview(refused, TOKEN)).isInstanceOf(Refusal.Forbidden.class);
        }
        for (String typed : List.of("/etc/passwd", "/etc", "git:/srv/secret.git", "/etc/*.yaml")) {
            assertThatThrownBy(() -> sources.suggest(typed, KEEPER)).isInstanceOf(Refusal.Forbidden.class);
        }
    }

    /// Nothing is said of a source of no space that a condition could speak of.
    @Test
    void a_right_with_a_condition_or_a_denial_does_not_reach_what_belongs_to_no_space() {
        int inForce = policies.inForce(ADMIN).number();
        PolicySummary draft = policies.draft(ADMIN, null, "Rights with conditions");
        Condition groups = new Rule.KindIn(Set.of("group"));
        PolicySummary put = policies.put(
                ADMIN,
                draft.number(),
                draft.version(),
                role(
                        "source-spaces-not",
                        Grant.allow("catalog.*", new Condition.Not(groups)),
                        Grant.allow("access.token.*", new Condition.Not(groups))));
        put = policies.put(
                ADMIN,
                draft.number(),
                put.version(),
                role(
                        "source-spaces-denied",
                        Grant.allow("catalog.*"),
                        Grant.deny("catalog.*", groups),
                        Grant.allow("access.*"),
                        Grant.deny("access.token.*", groups)));
        put = policies.put(
                ADMIN,
                draft.number(),
                put.version(),
                role(
                        "source-spaces-sees",
                        Grant.allow("catalog.source.read"),
                        Grant.allow("catalog.source.remove", new Condition.Not(groups))));
        policies.publish(ADMIN, draft.number(), put.version(), inForce);
        push("source-none", null, ADMIN, component("none", "east"));
        UUID ofNoSpace = tokens.create(
                        ADMIN, TokenRequest.service("source-none-" + Ids.next(), Set.of("engineer"), null))
                .token()
                .id();

        for (String role : List.of("source-spaces-not", "source-spaces-denied")) {
            Reader reader = new Reader("account:" + role, Ids.next(), role, null, Set.of(), Set.of(role), null);
            assertThatThrownBy(() -> push("source-new", null, reader, component("new", "east")))
                    .isInstanceOf(Refusal.Forbidden.class);
            assertThatThrownBy(() -> push("source-none", null, reader, component("new", "east")))
                    .isInstanceOf(Refusal.Forbidden.class);
            assertThatThrownBy(() -> sources.remove("source-none", reader)).isInstanceOf(Refusal.class);
            assertThat(sources.list(reader)).isEmpty();
            assertThat(tokens.all(reader, null, Tokens.LONGEST_LIST)).allMatch(token -> token.spaces() != null);
            assertThatThrownBy(() -> tokens.revoke(reader, ofNoSpace)).isInstanceOf(Refusal.NotFound.class);
        }
        tokens.revoke(ADMIN, ofNoSpace);
        Reader seeing = new Reader(
                "account:source-sees", Ids.next(), "Sees", null, Set.of(), Set.of("source-spaces-sees"), null);
        assertThat(sources.source("source-none", seeing).entities()).isEqualTo(1);
        assertThatThrownBy(() -> sources.remove("source-none", seeing)).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void whoever_may_delete_a_space_and_not_what_goes_along_is_refused() {
        int inForce = policies.inForce(ADMIN).number();
        PolicySummary draft = policies.draft(ADMIN, null, "Spaces alone");
        PolicySummary put = policies.put(
                ADMIN, draft.number(), draft.version(), role("source-spaces-alone", Grant.allow("access.space.*")));
        policies.publish(ADMIN, draft.number(), put.version(), inForce);
        Space space =
                spaces.create(ADMIN, "source-spaces-kept", "Kept", "", Set.of(EntityRef.parse("group:kept/team")));
        UUID token = tokens.create(
                        ADMIN,
                        TokenRequest.service("source-kept-" + Ids.next(), Set.of("engineer"), null)
                                .within(Set.of(space.name())))
                .token()
                .id();
        Reader alone = new Reader(
                "account:spaces-alone", Ids.next(), "Alone", null, Set.of(), Set.of("source-spaces-alone"), null);

        assertThatThrownBy(() -> spaces.delete(alone, space.name(), space.version()))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(token(token).revokedAt()).isNull();
        spaces.delete(ADMIN, space.name(), space.version());
    }

    private static Role role(String name, Grant... grants) {
        return new Role(name, "", Set.of(), null, List.of(), List.of(grants));
    }

    @Test
    void a_space_says_what_goes_along_and_takes_it_along_when_it_is_deleted() {
        Space space =
                spaces.create(ADMIN, "source-spaces-gone", "Gone", "", Set.of(EntityRef.parse("group:gone/team")));
        push("source-gone", space.name(), ADMIN, component("gone", "x").replace("source-spaces/x", "gone/team"));
        TokenRequest token = TokenRequest.service("source-gone-" + Ids.next(), Set.of("engineer"), null);
        TokenSummary only =
                tokens.create(ADMIN, token.within(Set.of(space.name()))).token();
        TokenSummary both = tokens.create(
                        ADMIN,
                        TokenRequest.service("source-gone-" + Ids.next(), Set.of("engineer"), null)
                                .within(Set.of(space.name(), EAST)))
                .token();
        int inForce = policies.inForce(ADMIN).number();
        PolicySummary draft = policies.draft(ADMIN, null, "A role that goes");
        PolicySummary put = policies.put(
                ADMIN,
                draft.number(),
                draft.version(),
                new Role("source-gone-role", "", Set.of(), space.name(), List.of(), List.of(Grant.allow("*"))));
        policies.publish(ADMIN, draft.number(), put.version(), inForce);

        assertThat(spaces.belongings(ADMIN, space.name()))
                .containsOnly(Map.entry("roles", 1L), Map.entry("sources", 1L), Map.entry("tokens", 2L));
        assertThatThrownBy(() -> spaces.belongings(KEEPER, space.name())).isInstanceOf(Refusal.NotFound.class);
        spaces.delete(ADMIN, space.name(), space.version());
        made.remove("source-gone");

        assertThat(sources.list(ADMIN))
                .noneMatch(source -> source.definition().name().equals("source-gone"));
        assertThat(catalog.entity(EntityRef.parse("component:source-spaces/gone"), ADMIN))
                .isEmpty();
        assertThat(policies.policy(ADMIN, policies.inForce(ADMIN).number()).roles())
                .noneMatch(role -> role.name().equals("source-gone-role"));
        assertThat(token(only.id()).revokedAt()).isNotNull();
        assertThat(token(both.id()).revokedAt()).isNull();
        assertThat(token(both.id()).spaces()).containsExactly(EAST);
        assertThat(audit.recent("catalog-source", "source-gone", 1).getFirst().action())
                .isEqualTo("catalog.source.remove");
        assertThat(audit.recent("token", only.id().toString(), 1).getFirst().after())
                .contains("revokedAt");
        tokens.revoke(ADMIN, both.id());
    }

    private TokenSummary token(UUID id) {
        return tokens.all(ADMIN, null, Tokens.LONGEST_LIST).stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void push(
            String name, @org.jspecify.annotations.Nullable String space, Reader reader, String... documents) {
        sources.push(name, space, List.of(file(String.join("\n---\n", documents))), reader);
        if (!made.contains(name)) {
            made.add(name);
        }
    }

    private static DescriptorUpload file(String text) {
        return new DescriptorUpload("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String component(String name, String owner) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s, namespace: source-spaces}
                spec: {type: service, lifecycle: production, owner: group:source-spaces/%s}
                """.formatted(name, owner);
    }
}
