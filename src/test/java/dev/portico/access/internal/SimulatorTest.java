package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.access.Access;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Decision;
import dev.portico.access.DecisionQuestion;
import dev.portico.access.Explanations;
import dev.portico.access.Grant;
import dev.portico.access.HolderQuestion;
import dev.portico.access.Holders;
import dev.portico.access.Holders.Holder;
import dev.portico.access.Party;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Reach;
import dev.portico.access.ReachQuestion;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.access.Simulator;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.access.things.ThingSource;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import dev.portico.search.Search;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class SimulatorTest {

    private static final Reader ADMIN = TestAccounts.ADMIN;
    private static final String READ = "catalog.entity.read";

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final List<AccountSummary> people = new ArrayList<>();

    @Autowired
    private Simulator simulator;

    @Autowired
    private Explanations explanations;

    @Autowired
    private Access access;

    @Autowired
    private Permissions permissions;

    @Autowired
    private Policies policies;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private AccountReaders readers;

    @Autowired
    private List<ThingSource> sourcesOfThings;

    @Autowired
    private Sources sources;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Search search;

    @BeforeEach
    void make() {
        for (String role : List.of("guest", "engineer", "auditor", "space-admin")) {
            people.add(TestAccounts.make(accounts, role));
        }
        people.add(TestAccounts.make(accounts));
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < 6; number++) {
            text.append("""
                    ---
                    apiVersion: backstage.io/v1alpha1
                    kind: Component
                    metadata: {name: sim-%s-%d, tags: [t%d], labels: {portico.dev/visibility: %s}}
                    spec: {type: service, lifecycle: production, owner: "user:%s"}
                    """.formatted(
                            tag,
                            number,
                            number % 2,
                            number % 3 == 0 ? "public" : "internal",
                            people.get(number % people.size()).name()));
        }
        people.forEach(person -> text.append("""
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: %s}
                spec: {memberOf: []}
                """.formatted(person.name())));
        sources.push(
                "sim-" + tag,
                List.of(new DescriptorUpload("a.yaml", text.toString().getBytes(StandardCharsets.UTF_8))),
                ADMIN);
        assertThat(search.follow(Duration.ofSeconds(30))).isTrue();
        people.forEach(person -> readers.forget(person.id()));
    }

    @AfterEach
    void gone() {
        people.forEach(person -> accounts.remove(ADMIN, person.id()));
        sources.remove("sim-" + tag, ADMIN);
    }

    @Test
    void what_is_simulated_is_what_is_really_decided() {
        int compared = 0;
        for (Permission permission : permissions.all()) {
            boolean entity = permission.resourceType().equals("catalog-entity");
            for (int number = 0; number < 6; number++) {
                String id = entity ? id(number) : null;
                Set<String> may = new HashSet<>();
                for (AccountSummary person : people) {
                    Reader reader = readers.reader(person.id()).orElseThrow();
                    boolean really = id == null
                            ? access.decide(reader, permission).allowed()
                            : access.decide(reader, permission, thing(id)).allowed();
                    DecisionQuestion question = new DecisionQuestion(person.name(), permission.name(), id, null);
                    assertThat(explanations.explain(ADMIN, question).allowed())
                            .as("%s %s %s", person, permission, id)
                            .isEqualTo(really);
                    if (really) {
                        may.add("account:" + person.name());
                    }
                    compared++;
                }
                if (id != null || permission.resourceType().isEmpty()) {
                    Holders holders = simulator.holders(ADMIN, new HolderQuestion(permission.name(), id, null));
                    assertThat(may).as("%s %s", permission, id).containsAll(mine(holders));
                    assertThat(holders.people()).as("%s %s", permission, id).isGreaterThanOrEqualTo(may.size());
                    // Other tests may have left more accounts than are named.
                    if (holders.people() <= Holders.MOST_NAMED) {
                        assertThat(mine(holders)).as("%s %s", permission, id).isEqualTo(may);
                    }
                }
                if (!entity) {
                    break;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void how_much_somebody_can_read_is_what_they_find_and_a_draft_says_what_they_would() throws Exception {
        AccountSummary engineer = people.get(1);
        Reader reader = readers.reader(engineer.id()).orElseThrow();
        ReachQuestion now = new ReachQuestion(engineer.name(), null, READ, null);

        PolicySummary draft = draft(engineer.name());
        try {
            // What other sources place may still be on its way into the index.
            Eventually.passes(Duration.ofSeconds(20), () -> {
                Reach reach = simulator.reach(ADMIN, now);
                assertThat(reach.sample()).isNotEmpty().hasSizeLessThanOrEqualTo(Reach.MOST_NAMED);
                assertThat(reach.count()).isGreaterThanOrEqualTo(6).isEqualTo(all(reader));
                assertThat(simulator.reach(reader, new ReachQuestion(null, null, READ, null)))
                        .isEqualTo(reach);
                Reach less = simulator.reach(ADMIN, new ReachQuestion(engineer.name(), null, READ, draft.number()));
                assertThat(less.policy()).isEqualTo(draft.number());
                assertThat(less.count()).isEqualTo(reach.count() - 3);
            });
            Decision denied =
                    explanations.explain(ADMIN, new DecisionQuestion(engineer.name(), READ, id(1), draft.number()));
            assertThat(denied.allowed()).isFalse();
            Holders before = simulator.holders(ADMIN, new HolderQuestion(READ, id(1), null));
            Holders after = simulator.holders(ADMIN, new HolderQuestion(READ, id(1), draft.number()));
            assertThat(after.people()).isEqualTo(before.people() - 1);
            assertThat(mine(after)).doesNotContain("account:" + engineer.name());
        } finally {
            policies.discard(ADMIN, draft.number(), draft.version());
        }
    }

    @Test
    void whoever_asks_is_told_of_what_they_may_read_themselves_alone() {
        Reader narrow = new Reader(
                "account:narrow", UUID.randomUUID(), "Narrow", null, Set.of(), Set.of("sim-narrow-" + tag), null);
        int force = policies.inForce(ADMIN).number();
        UUID token = tokens.create(ADMIN, TokenRequest.service("sim-" + tag, Set.of("engineer"), null))
                .token()
                .id();
        PolicySummary draft = policies.draft(ADMIN, null, "Simulator");
        PolicySummary changed = policies.put(
                ADMIN,
                draft.number(),
                draft.version(),
                new Role(
                        "sim-narrow-" + tag,
                        "Reads policies and one thing.",
                        Set.of(),
                        null,
                        List.of(),
                        List.of(
                                Grant.allow("access.policy.read"),
                                Grant.allow(READ, new Rule.EntityIs(Set.of(id(2)))))));
        PolicySummary published = policies.publish(ADMIN, draft.number(), changed.version(), force);
        try {
            Reach reach =
                    simulator.reach(narrow, new ReachQuestion(people.get(1).name(), null, READ, null));
            assertThat(reach.count()).isEqualTo(1);
            assertThat(reach.sample()).containsExactly(id(2));
            assertThatThrownBy(() -> simulator.holders(narrow, new HolderQuestion(READ, id(1), null)))
                    .isInstanceOf(Refusal.NotFound.class);
            HolderQuestion who = new HolderQuestion(READ, id(2), null);
            assertThat(simulator.holders(ADMIN, who).who())
                    .extracting(Holder::party)
                    .anyMatch(Party::token);
            assertThat(simulator.holders(narrow, who).tokens()).isPositive();
            assertThat(simulator.holders(narrow, who).who())
                    .isNotEmpty()
                    .extracting(Holder::party)
                    .noneMatch(Party::token);
        } finally {
            tokens.revoke(ADMIN, token);
            policies.publish(
                    ADMIN, force, policies.policy(ADMIN, force).summary().version(), published.number());
        }
    }

    @Test
    void about_others_and_drafts_it_takes_a_permission_and_about_oneself_none() {
        Reader engineer = readers.reader(people.get(1).id()).orElseThrow();
        String other = people.get(2).name();

        assertThatThrownBy(() -> simulator.reach(engineer, new ReachQuestion(other, null, READ, null)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> simulator.reach(engineer, new ReachQuestion(null, null, READ, 1)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> simulator.holders(engineer, new HolderQuestion(READ, null, null)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(simulator.parties(engineer, "", 10))
                .extracting(Party::subject)
                .containsExactly(engineer.subject());
        assertThat(simulator.parties(ADMIN, other, 10))
                .extracting(Party::account)
                .contains(other);
    }

    @Test
    void a_token_is_simulated_within_its_scopes_and_ones_own_takes_no_permission() {
        Reader engineer = readers.reader(people.get(1).id()).orElseThrow();
        tokens.create(engineer, TokenRequest.personal("sim-" + tag, Set.of("catalog.source.*")));
        String token = people.get(1).name() + "/sim-" + tag;

        Decision decision = explanations.explain(engineer, new DecisionQuestion(null, token, READ, id(0), null));

        assertThat(simulator.parties(ADMIN, "SIM-" + tag + " of " + engineer.name(), 10))
                .containsExactly(new Party("token:" + token, "sim-" + tag + " of " + engineer.name(), true));
        assertThat(simulator.parties(ADMIN, token, 10)).hasSize(1);
        assertThat(simulator.parties(engineer, token, 10)).noneMatch(Party::token);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons().limits()).singleElement().asString().contains("is not scoped for " + READ);
        Reader guest = readers.reader(people.getFirst().id()).orElseThrow();
        assertThatThrownBy(() -> explanations.explain(guest, new DecisionQuestion(null, token, READ, id(0), null)))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    private PolicySummary draft(String name) {
        PolicySummary draft = policies.draft(ADMIN, null, "Simulator");
        return policies.put(
                ADMIN,
                draft.number(),
                draft.version(),
                new Role(
                        "sim-" + tag,
                        "For the test.",
                        Set.of(),
                        null,
                        List.of(new RoleMember(RoleMember.Kind.USER, "user:default/" + name, null)),
                        List.of(Grant.deny("catalog.*", new Rule.EntityIs(Set.of(id(1), id(3), id(5)))))));
    }

    private Set<String> mine(Holders holders) {
        Set<String> subjects = new HashSet<>();
        people.forEach(person -> subjects.add("account:" + person.name()));
        Set<String> may = new HashSet<>();
        for (Holder holder : holders.who()) {
            if (subjects.contains(holder.party().subject())) {
                assertThat(holder.through()).isNotEmpty();
                may.add(holder.party().subject());
            }
        }
        return may;
    }

    private long all(Reader reader) {
        return catalog.find(new CatalogQuery("", Map.of(), CatalogQuery.Order.NAME, false, 0, 1), reader)
                .readable();
    }

    private Thing thing(String id) {
        return sourcesOfThings.stream()
                .filter(source -> source.type().equals("catalog-entity"))
                .findFirst()
                .flatMap(source -> source.thing(id))
                .orElseThrow();
    }

    private String id(int number) {
        return "component:default/sim-" + tag + "-" + number;
    }
}
