package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.Access;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.access.Space;
import dev.portico.access.SpaceEdit;
import dev.portico.access.Spaces;
import dev.portico.audit.Audit;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorticoTest
final class SpacesTest {

    private static final Reader ADMIN = TestAccounts.ADMIN;
    private static final String SPACE = "spaces-test-east";
    private static final String OTHER = "spaces-test-west";
    private static final EntityRef EAST = EntityRef.parse("group:spaces-test/east");
    private static final EntityRef WEST = EntityRef.parse("group:spaces-test/west");
    private static final EntityRef GHOST = EntityRef.parse("group:spaces-test/ghost");
    private static final EntityRef BELOW = EntityRef.parse("group:spaces-test/below");
    private static final Permission DELETE = new Permission("catalog.entity.delete", "catalog-entity", "Delete.");

    /// A member of the role that looks after the space.
    private static final Reader KEEPER = new Reader(
            "account:spaces-keeper", Ids.next(), "Keeper", null, Set.of(EAST), Set.of("spaces-keeper"), null);

    @Autowired
    private Spaces spaces;

    @Autowired
    private Policies policies;

    @Autowired
    private Access access;

    @Autowired
    private Sources sources;

    @Autowired
    private Audit audit;

    @Autowired
    private SpaceOwners owners;

    @Autowired
    private JdbcClient jdbc;

    private int before;

    @BeforeEach
    void make() {
        before = policies.inForce(ADMIN).number();
        sources.push(
                "spaces-test",
                List.of(new DescriptorUpload("groups.yaml", """
                        apiVersion: backstage.io/v1alpha1
                        kind: Group
                        metadata: {name: east, namespace: spaces-test}
                        spec: {type: team, children: [below, ghost]}
                        ---
                        apiVersion: backstage.io/v1alpha1
                        kind: Group
                        metadata: {name: below, namespace: spaces-test}
                        spec: {type: team, children: []}
                        """.getBytes(StandardCharsets.UTF_8))),
                ADMIN);
        spaces.create(ADMIN, SPACE, "East", "", Set.of(EAST));
        spaces.create(ADMIN, OTHER, "West", "", Set.of(WEST));
    }

    @AfterEach
    void unmake() {
        int now = policies.inForce(ADMIN).number();
        if (now != before) {
            policies.publish(
                    ADMIN, before, policies.policy(ADMIN, before).summary().version(), now);
        }
        for (String name : List.of(SPACE, OTHER)) {
            jdbc.sql("DELETE FROM access_space WHERE name = ?").param(name).update();
        }
        owners.forgetAll();
        sources.remove("spaces-test", ADMIN);
    }

    @Test
    void a_space_is_made_changed_and_deleted_and_each_step_is_audited() {
        Space made = spaces.space(ADMIN, SPACE);
        Space changed = spaces.change(
                ADMIN, SPACE, made.version(), new SpaceEdit("The east", null, null, Map.of("channel", "#east")));

        assertThat(changed.title()).isEqualTo("The east");
        assertThat(changed.groups()).containsExactly(EAST);
        assertThat(changed.settings()).containsEntry("channel", "#east");
        assertThatThrownBy(() -> spaces.change(ADMIN, SPACE, made.version(), new SpaceEdit("x", null, null, null)))
                .isInstanceOfSatisfying(Refusal.Conflict.class, refusal -> assertThat(refusal.reason())
                        .contains("you saw version 1, and it has 2"));
        assertThatThrownBy(() -> spaces.create(ADMIN, SPACE, "Again", "", Set.of()))
                .isInstanceOf(Refusal.Conflict.class);
        spaces.delete(ADMIN, SPACE, changed.version());
        assertThatThrownBy(() -> spaces.space(ADMIN, SPACE)).isInstanceOf(Refusal.NotFound.class);
        assertThat(audit.recent("access-space", SPACE, 3))
                .extracting(entry -> entry.action())
                .containsExactly("access.space.delete", "access.space.change", "access.space.create");
    }

    @Test
    void a_space_holds_what_its_groups_and_the_groups_below_own() {
        assertThat(owners.of(SPACE).orElseThrow()).containsExactlyInAnyOrder(EAST.toString(), BELOW.toString());
        assertThat(owners.of("spaces-test-none")).isEmpty();
        assertThat(access.decide(ADMIN.within(SPACE), DELETE, new Owned(GHOST)).allowed())
                .as("what is named as a group below and is not there")
                .isFalse();
        assertThat(spaces.own(KEEPER)).isEmpty();
        Reader engineer = new Reader(
                "account:spaces-engineer", Ids.next(), "E", null, Set.of(BELOW), Set.of(Roles.ENGINEER), null);
        assertThat(spaces.own(engineer)).extracting(Space::name).containsExactly(SPACE);
    }

    @Test
    void a_role_of_a_space_counts_there_and_nowhere_else() {
        publish(new Role(
                "spaces-keeper",
                "Looks after the east.",
                Set.of("space-admin"),
                SPACE,
                List.of(new RoleMember(RoleMember.Kind.GROUP, EAST.toString(), null)),
                List.of()));

        assertThat(access.decide(KEEPER, DELETE, new Owned(BELOW)).allowed()).isTrue();
        assertThat(access.decide(KEEPER, DELETE, new Owned(WEST)).allowed()).isFalse();
        assertThat(spaces.list(KEEPER)).extracting(Space::name).containsExactly(SPACE);
        assertThat(spaces.change(KEEPER, SPACE, 1, new SpaceEdit("Ours", null, null, null))
                        .title())
                .isEqualTo("Ours");
        assertThatThrownBy(() -> spaces.change(KEEPER, OTHER, 1, new SpaceEdit("Ours", null, null, null)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(audit.recent("access-space", OTHER, 1).getFirst().refused())
                .as("the attempt at what one may not know of")
                .isTrue();
    }

    @Test
    void whoever_looks_after_a_space_does_not_widen_it() {
        publish(new Role("spaces-keeper", "", Set.of("space-admin"), SPACE, List.of(), List.of()));

        assertThatThrownBy(() -> spaces.change(KEEPER, SPACE, 1, new SpaceEdit(null, null, Set.of(EAST, WEST), null)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(access.decide(KEEPER, DELETE, new Owned(WEST)).allowed()).isFalse();
        assertThat(audit.recent("access-space", SPACE, 1).getFirst().refused()).isTrue();
    }

    @Test
    void a_space_admin_makes_roles_of_the_space_and_of_no_other() {
        publish(new Role("spaces-keeper", "", Set.of("space-admin"), SPACE, List.of(), List.of()));
        int current = policies.inForce(KEEPER).number();
        PolicySummary draft = policies.draft(KEEPER, null, "A role of ours");
        Grant read = Grant.allow("catalog.entity.read");
        Role inside = new Role("spaces-ours", "", Set.of(), SPACE, List.of(), List.of(read));
        Role outside = new Role("spaces-theirs", "", Set.of(), OTHER, List.of(), List.of(read));
        Role everywhere = new Role("spaces-all", "", Set.of(), null, List.of(), List.of(read));

        for (Role role : List.of(outside, everywhere)) {
            assertThatThrownBy(() -> policies.put(KEEPER, draft.number(), draft.version(), role))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        PolicySummary changed = policies.put(KEEPER, draft.number(), draft.version(), inside);
        policies.publish(KEEPER, draft.number(), changed.version(), current);
        assertThat(policies.policy(KEEPER, draft.number()).roles())
                .extracting(Role::name)
                .containsExactly("spaces-keeper", "spaces-ours");
    }

    @Test
    void a_space_that_roles_speak_of_is_not_deleted() {
        publish(new Role(
                "spaces-keeper",
                "",
                Set.of(),
                null,
                List.of(),
                List.of(Grant.allow("catalog.entity.read", new Rule.SpaceIs(SPACE)))));

        assertThatThrownBy(() -> spaces.delete(ADMIN, SPACE, 1))
                .isInstanceOfSatisfying(Refusal.Conflict.class, refusal -> assertThat(refusal.reason())
                        .contains("is spoken of by spaces-keeper"));
    }

    @Test
    void a_token_for_a_space_counts_there_alone() {
        Reader token = ADMIN.within(SPACE);

        assertThat(access.decide(token, DELETE, new Owned(BELOW)).allowed()).isTrue();
        assertThat(access.decide(token, DELETE, new Owned(WEST)).allowed()).isFalse();
        assertThat(access.decide(token, AccessPermissions.MANAGE_ACCOUNTS).allowed())
                .isFalse();
        assertThat(access.decide(ADMIN.within("spaces-test-none"), DELETE, new Owned(WEST))
                        .allowed())
                .isFalse();
    }

    /// The directory is away: nothing that depends on it is allowed.
    @Test
    void where_nobody_can_say_what_belongs_to_a_space_everything_that_depends_on_it_is_refused() {
        SpaceOwners broken = new SpaceOwners(jdbc, new org.springframework.beans.factory.ObjectProvider<>() {
            @Override
            public dev.portico.access.spaces.SpaceContents getObject() {
                return roots -> {
                    throw new IllegalStateException("The directory is down");
                };
            }
        });
        Evaluator policy = new Evaluator(1, new RoleSet(FirstPolicy.roles()), java.time.Instant.now(), broken);

        assertThatThrownBy(() -> policy.decide(ADMIN.within(SPACE), DELETE, new Owned(EAST)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> policy.scope(ADMIN.within(SPACE), DELETE)).isInstanceOf(IllegalStateException.class);
        assertThat(policy.decide(ADMIN, DELETE, new Owned(EAST)).allowed()).isTrue();
    }

    private void publish(Role role) {
        PolicySummary draft = policies.draft(ADMIN, null, "A role for the spaces' test");
        PolicySummary changed = policies.put(ADMIN, draft.number(), draft.version(), role);
        policies.publish(ADMIN, draft.number(), changed.version(), before);
    }

    private record Owned(EntityRef owner) implements Thing {
        @Override
        public String type() {
            return "catalog-entity";
        }

        @Override
        public String id() {
            return "component:spaces-test/thing";
        }

        @Override
        public Collection<String> values(String path) {
            return path.equals(Rule.OWNERS) ? List.of(owner.toString()) : List.of();
        }
    }
}
