package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Policies;
import dev.portico.access.PolicyExchange;
import dev.portico.access.PolicyExchange.Finding;
import dev.portico.access.PolicyExchange.Finding.Outcome;
import dev.portico.access.PolicyExchange.Imported;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.access.things.ThingValues;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class PolicyExchangeTest {

    private static final Reader ADMIN = TestAccounts.ADMIN;

    @Autowired
    private Policies policies;

    @Autowired
    private PolicyExchange exchange;

    @Autowired
    private Sources sources;

    @Autowired
    private ThingValues things;

    private final List<Integer> drafts = new ArrayList<>();

    @AfterEach
    void discard() {
        for (int number : drafts) {
            policies.discard(
                    ADMIN, number, policies.policy(ADMIN, number).summary().version());
        }
    }

    @Test
    void what_was_written_and_read_is_written_the_same_byte_by_byte() {
        PolicySummary first = draft();
        PolicySummary changed = policies.put(ADMIN, first.number(), first.version(), everything());
        String text = exchange.yaml(ADMIN, changed.number());

        PolicySummary second = draft();
        exchange.take(ADMIN, second.number(), second.version(), text);

        assertThat(exchange.yaml(ADMIN, second.number())).isEqualTo(text);
        assertThat(policies.policy(ADMIN, second.number()).roles()).contains(everything());
        assertThat(policies.difference(ADMIN, first.number(), second.number()).roles())
                .isEmpty();
    }

    @Test
    void what_a_role_is_for_is_plain_text_however_it_comes_in() {
        PolicySummary draft = draft();
        Role typed = everything().described("Reads \u202Edrawkcab\u0007.  ");
        PolicySummary changed = policies.put(ADMIN, draft.number(), draft.version(), typed);

        assertThat(role(draft, typed.name()).description()).isEqualTo("Reads drawkcab.");

        String text = exchange.yaml(ADMIN, draft.number()).replace("Reads drawkcab.", "Reads \u2066more.");
        exchange.take(ADMIN, draft.number(), changed.version(), text);
        assertThat(role(draft, typed.name()).description()).isEqualTo("Reads more.");
    }

    @Test
    void what_does_not_fit_is_refused_with_line_column_field_and_remedy() {
        PolicySummary draft = draft();
        String text = """
                roles:
                  - name: exchange-bad
                    grants:
                      - effect: alow
                        permission: catalog.*
                """;
        assertThatThrownBy(() -> exchange.take(ADMIN, draft.number(), draft.version(), text))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("line 4, column 9")
                .hasMessageContaining("roles.0.grants.0.effect")
                .hasMessageContaining("none of allow, deny");
        assertThatThrownBy(() -> exchange.take(
                        ADMIN,
                        draft.number(),
                        draft.version(),
                        text.replace("alow", "allow").replace(".*", ".entty.read")))
                .hasMessageContaining("line 4")
                .hasMessageContaining("There is no permission catalog.entty.read");
        assertThatThrownBy(() -> exchange.take(ADMIN, draft.number(), draft.version(), "roles: [\n  - x"))
                .hasMessageContaining("no YAML");
        assertThatThrownBy(() -> exchange.take(ADMIN, draft.number(), draft.version(), "roles: &a [*a]"))
                .hasMessageContaining("aliases are not read");
        assertThatThrownBy(() -> exchange.take(ADMIN, draft.number(), draft.version(), "[".repeat(100_000)))
                .hasMessageContaining("nested too deeply");
        assertThat(policies.policy(ADMIN, draft.number()).summary().version()).isEqualTo(draft.version());
    }

    @Test
    void what_the_rbac_plugin_keeps_is_taken_as_far_as_it_has_a_counterpart() {
        PolicySummary draft = draft();
        String csv = """
                # a comment
                p, role:default/exchange_team, catalog-entity, read, allow
                p, role:default/exchange_team, catalog.entity.refresh, update, allow
                p, role:default/exchange_team, scaffolder-template, read, allow
                g, group:default/exchange, role:default/exchange_team
                g, user:default/jane, role:default/engineer
                x, y
                """;
        String conditions = """
                result: CONDITIONAL
                roleEntityRef: 'role:default/exchange_team'
                pluginId: catalog
                resourceType: catalog-entity
                permissionMapping: [read, delete]
                conditions:
                  allOf:
                    - {rule: IS_ENTITY_OWNER, resourceType: catalog-entity, params: {claims: [$ownerRefs]}}
                    - not: {rule: HAS_METADATA, resourceType: catalog-entity, params: {key: tags, value: pci}}
                ---
                result: CONDITIONAL
                roleEntityRef: 'role:default/exchange_team'
                pluginId: catalog
                resourceType: catalog-entity
                permissionMapping: [update]
                conditions: {rule: IS_ENTITY_OWNER, resourceType: catalog-entity, params: {claims: ['group:default/a']}}
                """;

        Imported imported = exchange.takeRbac(ADMIN, draft.number(), draft.version(), csv, conditions);

        Condition own = new Condition.AllOf(List.of(new Rule.OwnerIsMine(), new Condition.Not(new Rule.TagHas("pci"))));
        assertThat(role(draft, "exchange_team").grants())
                .containsExactlyInAnyOrder(
                        Grant.allow("catalog.entity.read", own), Grant.allow("catalog.entity.delete", own));
        assertThat(role(draft, "exchange_team").members())
                .containsExactly(new RoleMember(RoleMember.Kind.GROUP, "group:default/exchange", null));
        assertThat(role(draft, "engineer-rbac").members()).hasSize(1);
        assertThat(imported.findings())
                .extracting(Finding::outcome)
                .containsExactly(
                        Outcome.COVERED,
                        Outcome.OPEN,
                        Outcome.LOST,
                        Outcome.TAKEN,
                        Outcome.TAKEN,
                        Outcome.OPEN,
                        Outcome.TAKEN,
                        Outcome.OPEN);
        assertThat(imported.findings().get(1).words())
                .contains("held back, since the condition of catalog.entity.refresh was not taken");
        assertThat(imported.findings().get(2).words())
                .contains("scaffolder-template, read has no counterpart; nothing in Portico asks for it");
        assertThat(imported.findings().getLast().words()).contains("make a space of them");
        assertThat(imported.findings().getLast().line())
                .as("where the condition stands")
                .isEqualTo(16);
    }

    @Test
    void a_condition_that_cannot_be_taken_says_at_which_part_of_it_and_what_to_do() {
        PolicySummary draft = draft();
        String conditions = """
                result: CONDITIONAL
                roleEntityRef: role:default/exchange_parts
                resourceType: catalog-entity
                permissionMapping: [read]
                conditions:
                  allOf:
                    - {rule: HAS_LABEL, params: {label: a}}
                    - not:
                        rule: IS_FULL_MOON
                ---
                result: CONDITIONAL
                roleEntityRef: role:default/exchange_parts
                resourceType: catalog-entity
                permissionMapping:
                  - read
                  - raed
                ---
                result: ALLOW
                roleEntityRef: exchange_parts
                """;

        List<Finding> findings = exchange.takeRbac(ADMIN, draft.number(), draft.version(), "", conditions)
                .findings();

        assertThat(findings)
                .extracting(Finding::line, Finding::outcome, Finding::words)
                .containsExactly(
                        tuple(
                                8,
                                Outcome.LOST,
                                "column 7: the rule IS_FULL_MOON has no counterpart;"
                                        + " add the grant by hand, with a condition that says what it said"),
                        tuple(
                                16,
                                Outcome.OPEN,
                                "column 5: catalog-entity, raed has no counterpart;"
                                        + " what has one of catalog-entity is delete, read, update"),
                        tuple(
                                19,
                                Outcome.OPEN,
                                "column 1: a role is named like role:default/name; here stands \"exchange_parts\""));
    }

    @Test
    void a_member_that_the_catalog_does_not_have_is_taken_in_and_said_to_be_unknown() throws Exception {
        PolicySummary draft = draft();
        String group = """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: exchange-known}
                spec: {type: team, children: []}
                """;
        sources.push(
                "exchange-members",
                List.of(new DescriptorUpload("a.yaml", group.getBytes(StandardCharsets.UTF_8))),
                ADMIN);
        try {
            EntityRef known = EntityRef.parse("group:default/exchange-known");
            Eventually.passes(Duration.ofSeconds(10), () -> assertThat(things.names(ADMIN, List.of(known)))
                    .isNotEmpty());
            String csv = """
                    g, group:default/exchange-known, role:default/exchange_members
                    g, group:default/exchange-knwon, role:default/exchange_members
                    g, user:default/exchange-jane, role:default/exchange_members
                    """;

            List<Finding> findings = exchange.takeRbac(ADMIN, draft.number(), draft.version(), csv, "")
                    .findings();

            assertThat(findings).extracting(Finding::outcome).containsOnly(Outcome.TAKEN);
            assertThat(findings.getFirst().words()).doesNotContain("no such");
            assertThat(findings.get(1).words()).endsWith("the catalog shows you no such group, so look for a slip");
            assertThat(findings.getLast().words()).endsWith("the catalog shows you no such user, so look for a slip");
        } finally {
            sources.remove("exchange-members", ADMIN);
        }
    }

    @Test
    void a_line_of_rbac_that_is_written_wrongly_says_the_column_and_what_to_write() {
        PolicySummary draft = draft();
        String csv = """
                x, y
                p, role:default/exchange_wrong, catalog-entity, read
                p, jane, catalog-entity, read, allow
                p, role:default/exchange_wrong, catalog-entity, read, maybe
                g, jane, role:default/exchange_wrong
                """;

        List<Finding> findings = exchange.takeRbac(ADMIN, draft.number(), draft.version(), csv, "")
                .findings();

        assertThat(findings).extracting(Finding::outcome).containsOnly(Outcome.OPEN);
        assertThat(findings.get(1).role()).as("of which role it is").isEqualTo("exchange_wrong");
        assertThat(findings)
                .extracting(Finding::words)
                .containsExactly(
                        "column 1: a line begins with p, for a permission, or g, for a member; here stands \"x\"",
                        "it has 4 columns; write p, role, permission, action, effect",
                        "column 2: a role is named like role:default/name; here stands \"jane\"",
                        "column 5: the effect is allow or deny; here stands \"maybe\"",
                        "column 2: a member is a user or a group, such as user:default/jane; here stands \"jane\"");
        assertThatThrownBy(() -> exchange.takeRbac(ADMIN, draft.number(), draft.version(), csv, "a: [b\nc: d"))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("Conditional policies (YAML): At line 2, column")
                .hasMessageContaining("Mend it");
    }

    @Test
    void what_rbac_gives_to_a_person_has_no_counterpart_and_the_remedy_is_said() {
        PolicySummary draft = draft();

        List<Finding> findings = exchange.takeRbac(
                        ADMIN, draft.number(), draft.version(), "p, user:default/x, catalog-entity, delete, allow", "")
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.LOST);
            assertThat(finding.words()).contains("make a role of it with user:default/x as its member");
        });
    }

    private Role role(PolicySummary draft, String name) {
        return policies.policy(ADMIN, draft.number()).roles().stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PolicySummary draft() {
        PolicySummary draft = policies.draft(ADMIN, null, "Exchange");
        drafts.add(draft.number());
        return draft;
    }

    private static Role everything() {
        return new Role(
                "exchange-all",
                "Says: \"all\" — # true",
                Set.of("engineer", "guest"),
                null,
                List.of(
                        new RoleMember(RoleMember.Kind.EVERYONE, "", null),
                        new RoleMember(
                                RoleMember.Kind.USER, "user:default/jane", Instant.parse("2030-01-01T00:00:00Z")),
                        new RoleMember(RoleMember.Kind.TOKEN, "ci", null)),
                List.of(
                        Grant.allow("*.*.read"),
                        Grant.deny(
                                "catalog.*",
                                new Condition.AnyOf(List.of(
                                        new Rule.SpecEquals("runtime.language", ""),
                                        new Rule.LabelHas("true", Set.of("no", "1", "~")),
                                        new Condition.Not(new Rule.EntityIs(Set.of("component:default/a"))))))));
    }
}
