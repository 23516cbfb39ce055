package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Party;
import dev.portico.access.Policies;
import dev.portico.access.PolicyEffect;
import dev.portico.access.PolicyEffect.Direction;
import dev.portico.access.PolicyEffect.Line;
import dev.portico.access.PolicyEffects;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.access.directory.Directory;
import dev.portico.access.directory.Directory.Person;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class PolicyEffectsTest {

    private static final Reader ADMIN = TestAccounts.ADMIN;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String group = "group:default/effects-" + tag;

    @Autowired
    private PolicyEffects effects;

    @Autowired
    private Policies policies;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Directory directory;

    @Autowired
    private Sources sources;

    private AccountSummary one;
    private AccountSummary other;
    private int force;

    @BeforeEach
    void people() {
        one = TestAccounts.make(accounts);
        other = TestAccounts.make(accounts);
        force = policies.inForce(ADMIN).number();
        String descriptors = """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: effects-%1$s}
                spec: {type: team, children: [effects-below-%1$s]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: effects-below-%1$s}
                spec: {type: team, parent: effects-%1$s, children: []}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: %2$s}
                spec: {memberOf: [effects-below-%1$s]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: effects-other-%1$s, annotations: {portico.dev/account: %3$s}}
                spec: {memberOf: [effects-%1$s]}
                """.formatted(tag, one.name(), other.name());
        sources.push(
                "effects-" + tag,
                List.of(new DescriptorUpload("a.yaml", descriptors.getBytes(StandardCharsets.UTF_8))),
                ADMIN);
    }

    @AfterEach
    void gone() {
        accounts.remove(ADMIN, one.id());
        accounts.remove(ADMIN, other.id());
        sources.remove("effects-" + tag, ADMIN);
    }

    @Test
    void a_draft_says_how_many_people_gain_what_and_where() {
        Role role = new Role(
                "effects-" + tag,
                "For the test.",
                Set.of(),
                null,
                List.of(new RoleMember(RoleMember.Kind.GROUP, group, null)),
                List.of(
                        Grant.allow("catalog.entity.refresh", new Rule.TagHas("effects")),
                        Grant.allow("catalog.source.register"),
                        Grant.allow("secrets.secret.manage")));
        PolicySummary draft = draft(role);

        PolicyEffect effect = effects.effect(ADMIN, force, draft.number());

        assertThat(effect.gaining()).isEqualTo(2);
        assertThat(effect.losing()).isZero();
        assertThat(effect.lines())
                .extracting(Line::sentence)
                .containsExactly(
                        "2 people gain catalog.entity.refresh where it has the tag effects",
                        "2 people gain catalog.source.register and secrets.secret.manage everywhere");
        assertThat(effect.lines().getFirst().who())
                .extracting(Party::account)
                .containsExactlyInAnyOrder(one.name(), other.name());
        assertThat(effects.effect(ADMIN, draft.number(), force).lines())
                .extracting(Line::direction)
                .containsExactly(Direction.LOSE, Direction.LOSE);
        assertThat(effects.effect(ADMIN, force, force).lines()).isEmpty();
        policies.discard(ADMIN, draft.number(), draft.version());
    }

    @Test
    void a_token_gains_what_it_is_given_within_its_spaces_alone() {
        Space space = spaces.create(ADMIN, "effects-" + tag, "Effects", "", Set.of(EntityRef.parse(group)));
        UUID token = tokens.create(
                        ADMIN,
                        TokenRequest.service("effects-" + tag, Set.of("guest"), null)
                                .within(Set.of(space.name())))
                .token()
                .id();
        Role role = new Role(
                "effects-" + tag,
                "For the test.",
                Set.of(),
                null,
                List.of(new RoleMember(RoleMember.Kind.TOKEN, "effects-" + tag, null)),
                List.of(
                        Grant.allow("catalog.entity.refresh"),
                        Grant.allow("catalog.entity.delete", new Rule.TagHas("effects")),
                        Grant.allow(
                                "catalog.source.read", new Condition.AllOf(List.of(new Rule.SpaceIs(space.name())))),
                        Grant.allow("secrets.secret.manage")));
        PolicySummary draft = draft(role);
        try {
            assertThat(effects.effect(ADMIN, force, draft.number()).lines())
                    .extracting(Line::sentence)
                    .containsExactlyInAnyOrder(
                            "1 token gains catalog.entity.refresh and catalog.source.read in " + space.name(),
                            "1 token gains catalog.entity.delete in " + space.name() + " where it has the tag effects");
        } finally {
            policies.discard(ADMIN, draft.number(), draft.version());
            tokens.revoke(ADMIN, token);
            spaces.delete(ADMIN, space.name(), space.version());
        }
    }

    @Test
    void whoever_may_not_see_a_role_that_differs_is_not_told() {
        PolicySummary draft = draft(new Role("effects-" + tag, "", Set.of(), null, List.of(), List.of()));
        Reader engineer = new Reader("account:e", UUID.randomUUID(), "E", null, Set.of(), Set.of("engineer"), null);

        assertThatThrownBy(() -> effects.effect(engineer, force, draft.number()))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("access.policy.read");
        policies.discard(ADMIN, draft.number(), draft.version());
    }

    @Test
    void many_people_at_once_are_who_each_of_them_is() {
        Set<String> names = Set.of(one.name(), other.name(), "effects-nobody-" + tag);
        Map<String, Person> each = names.stream()
                .filter(name -> directory.userOf(name).isPresent())
                .collect(Collectors.toMap(Function.identity(), name -> {
                    var user = directory.userOf(name).orElseThrow();
                    return new Person(user, directory.groupsOf(user));
                }));

        assertThat(directory.people(names)).isEqualTo(each).hasSize(2);
        assertThat(each).hasEntrySatisfying(one.name(), person -> assertThat(person.groups())
                .hasSize(2));
    }

    private PolicySummary draft(Role role) {
        PolicySummary draft = policies.draft(ADMIN, null, "Effects");
        return policies.put(ADMIN, draft.number(), draft.version(), role);
    }
}
