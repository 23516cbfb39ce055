package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.PorticoTest;
import dev.portico.access.Access;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Condition;
import dev.portico.access.DecisionSettings;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Replay;
import dev.portico.access.Replay.Change;
import dev.portico.access.Replay.Flip;
import dev.portico.access.Replay.Group;
import dev.portico.access.Replays;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.access.internal.DecisionLog.Asked;
import dev.portico.access.internal.DecisionLog.Result;
import dev.portico.access.internal.DecisionRecords.Row;
import dev.portico.access.internal.DecisionRows.Question;
import dev.portico.access.things.ThingSource;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.SavedView;
import dev.portico.catalog.SavedViews;
import dev.portico.catalog.Sharing;
import dev.portico.catalog.Sources;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PorticoTest
final class ReplaysTest {

    private static final Reader ADMIN = TestAccounts.ADMIN;
    private static final DecisionSettings SETTINGS = new DecisionSettings(true, Duration.ofDays(30), 1_000);

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final DecisionRecords records = new DecisionRecords(SETTINGS);

    @Autowired
    private Replays replays;

    @Autowired
    private Policies policies;

    @Autowired
    private Permissions permissions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountReaders readers;

    @Autowired
    private PolicyInForce inForce;

    @Autowired
    private DecisionRows rows;

    @Autowired
    private List<ThingSource> things;

    @Autowired
    private Sources sources;

    @Autowired
    private SavedViews views;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Tokens tokens;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private AccountSummary account;
    private Reader reader;
    private Permission read;
    private Permission refresh;

    @BeforeEach
    void decide() {
        account = TestAccounts.make(accounts, "engineer");
        String descriptors = """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: %2$s}
                spec: {memberOf: []}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: replays-plain-%1$s, description: canary-%1$s}
                spec: {type: service, lifecycle: production, owner: "user:%2$s"}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: replays-tagged-%1$s, tags: [replays]}
                spec: {type: service, lifecycle: production, owner: "user:%2$s"}
                """.formatted(tag, account.name());
        sources.push(
                "replays-" + tag,
                List.of(new DescriptorUpload("a.yaml", descriptors.getBytes(StandardCharsets.UTF_8))),
                ADMIN);
        readers.forget(account.id());
        reader = readers.reader(account.id()).orElseThrow();
        read = permissions.named("catalog.entity.read").orElseThrow();
        refresh = permissions.named("catalog.entity.refresh").orElseThrow();
        Access access = new RoleAccess(inForce, records);
        ThingSource entities = things.stream()
                .filter(source -> source.type().equals(read.resourceType()))
                .findFirst()
                .orElseThrow();
        for (String name : List.of("plain", "tagged")) {
            var thing = entities.thing("component:default/replays-" + name + "-" + tag)
                    .orElseThrow();
            assertThat(access.decide(reader, read, thing).allowed()).isTrue();
            assertThat(access.decide(reader, refresh, thing).allowed()).isTrue();
        }
        access.scope(reader, read);
        access.decide(reader, permissions.named("secrets.secret.manage").orElseThrow());
        new DecisionWriting(records, rows).flush();
    }

    @AfterEach
    void gone() {
        jdbc.sql("DELETE FROM access_decision WHERE subject = ?")
                .param(reader.subject())
                .update();
        accounts.remove(ADMIN, account.id());
        sources.remove("replays-" + tag, ADMIN);
    }

    @Test
    void the_policy_in_force_flips_nothing() {
        int number = policies.inForce(ADMIN).number();
        List<Integer> seen = new ArrayList<>();

        Replay replay = replays.replay(ADMIN, number, (done, of) -> {
            assertThat(done).isLessThanOrEqualTo(of);
            seen.add(done);
        });

        assertThat(replay.questions() - replay.gone())
                .as("the six that are made here are all asked again")
                .isGreaterThanOrEqualTo(6);
        assertThat(replay.flips()).isEmpty();
        assertThat(replay.lost() + replay.gained()).isZero();
        assertThat(seen).last().isEqualTo(replay.questions());
    }

    private Row thing(String permission, String type, String id) {
        return new Row(reader.subject(), permission, Asked.THING, type, id, Result.NONE);
    }

    private PolicySummary draft(List<RoleMember> members, Grant... grants) {
        PolicySummary draft = policies.draft(ADMIN, null, "Replays");
        return policies.put(
                ADMIN,
                draft.number(),
                draft.version(),
                new Role("replays-" + tag, "For the test.", Set.of(), null, members, List.of(grants)));
    }

    @Test
    void a_draft_flips_exactly_what_it_decides_otherwise() {
        PolicySummary draft = policies.draft(ADMIN, null, "Replays");
        PolicySummary changed = policies.put(
                ADMIN,
                draft.number(),
                draft.version(),
                new Role(
                        "replays-" + tag,
                        "For the test.",
                        Set.of(),
                        null,
                        List.of(new RoleMember(RoleMember.Kind.USER, "user:default/" + account.name(), null)),
                        List.of(
                                Grant.deny("catalog.entity.*", new Rule.TagHas("replays")),
                                Grant.allow("secrets.secret.manage"))));

        Replay replay = replays.replay(ADMIN, draft.number(), (done, of) -> {});

        String tagged = "component:default/replays-tagged-" + tag;
        assertThat(replay.flips())
                .extracting(Flip::permission, Flip::thing, Flip::change)
                .containsExactlyInAnyOrder(
                        tuple(read.name(), tagged, Change.DENIED),
                        tuple(refresh.name(), tagged, Change.DENIED),
                        tuple(read.name(), "", Change.NARROWED),
                        tuple("secrets.secret.manage", "", Change.ALLOWED));
        assertThat(replay.people()).containsExactly(new Group(reader.subject(), reader.name(), 3, 1));
        assertThat(replay.things()).contains(new Group(tagged, tagged, 2, 0));
        assertThat(replay.lost()).isEqualTo(3);
        assertThat(replay.gained()).isEqualTo(1);
        assertThat(replay.peopleLose()).isEqualTo(1);
        assertThat(replay.peopleGain()).isEqualTo(1);
        policies.discard(ADMIN, draft.number(), changed.version());
    }

    @Test
    void what_is_asked_of_no_thing_and_depends_on_the_thing_by_a_draft_is_narrower_and_not_denied() {
        rows.insert(records.day(), List.of(new Row(reader.subject(), read.name(), Asked.GENERAL, "", "", Result.ALL)));
        PolicySummary draft = draft(
                List.of(new RoleMember(RoleMember.Kind.ACCOUNT, account.name(), null)),
                Grant.deny(read.name(), new Rule.TagHas("no-such-tag")));

        assertThat(replays.replay(ADMIN, draft.number(), (done, of) -> {}).flips())
                .extracting(Flip::permission, Flip::thing, Flip::change)
                .containsOnly(tuple(read.name(), "", Change.NARROWED));
        policies.discard(ADMIN, draft.number(), draft.version());
    }

    @Test
    void a_grant_within_what_is_held_already_flips_nothing() {
        PolicySummary draft = draft(
                List.of(new RoleMember(RoleMember.Kind.ACCOUNT, account.name(), null)),
                Grant.allow(read.name(), new Rule.KindIn(Set.of("Component"))),
                Grant.allow(refresh.name(), new Rule.OwnerIsMine()),
                Grant.allow(refresh.name(), Condition.both(new Rule.OwnerIsMine(), new Rule.TagHas("replays"))));

        assertThat(replays.replay(ADMIN, draft.number(), (done, of) -> {}).flips())
                .isEmpty();
        policies.discard(ADMIN, draft.number(), draft.version());
    }

    @Test
    void a_recorded_decision_says_who_asked_for_what_and_nothing_of_the_thing_but_its_id() {
        var recorded = jdbc.sql("SELECT * FROM access_decision WHERE subject = ?")
                .param(reader.subject())
                .query()
                .listOfRows();

        assertThat(recorded).hasSize(6);
        recorded.forEach(row -> assertThat(row.keySet())
                .containsExactlyInAnyOrder(
                        "day", "subject", "permission", "asked", "thing_type", "thing_id", "result", "made_by"));
        assertThat(recorded.toString()).doesNotContain("canary").doesNotContain("production");
    }

    @Test
    void one_replay_runs_at_a_time_and_whoever_comes_meanwhile_is_told_so() {
        int number = policies.inForce(ADMIN).number();
        List<String> told = new ArrayList<>();

        replays.replay(ADMIN, number, (done, of) -> {
            assertThatThrownBy(() -> replays.replay(ADMIN, number, (less, all) -> {}))
                    .isInstanceOfSatisfying(Refusal.Unavailable.class, refused -> told.add(refused.reason()));
        });

        assertThat(told).isNotEmpty().allSatisfy(words -> assertThat(words)
                .contains("one runs at a time", "again in a few seconds"));
        assertThat(replays.replay(ADMIN, number, (done, of) -> {}).policy()).isEqualTo(number);
    }

    @Test
    void a_month_of_decisions_is_read_beside_the_requests() {
        LocalDate today = records.day();
        for (int day = 0; day < 30; day++) {
            jdbc.sql("INSERT INTO access_decision SELECT ?::date, ?, 'catalog.entity.read', 'THING', 'catalog-entity',"
                            + " 'component:default/month-' || number, 'ALL' FROM generate_series(1, 2000) AS number")
                    .param(today.minusDays(day))
                    .param(reader.subject())
                    .update();
        }

        List<Question> questions = rows.questions(Replay.MOST_QUESTIONS);

        assertThat(questions)
                .filteredOn(question -> question.id().startsWith("component:default/month-"))
                .hasSize(2_000);
        assertThat(rows.questions(7)).hasSize(7);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> rows.questions(7)))
                .as("it has the bulk route to itself")
                .hasMessageContaining("within another transaction");
    }

    @Test
    void tokens_are_named_to_whoever_manages_them_and_else_counted() {
        List<UUID> made = new ArrayList<>();
        List<RoleMember> members = new ArrayList<>();
        for (String name : List.of("replays-one-" + tag, "replays-two-" + tag)) {
            made.add(tokens.create(ADMIN, TokenRequest.service(name, Set.of("guest"), null))
                    .token()
                    .id());
            members.add(new RoleMember(RoleMember.Kind.TOKEN, name, null));
            rows.insert(
                    records.day(),
                    List.of(new Row("token:" + name, "secrets.secret.manage", Asked.GENERAL, "", "", Result.NONE)));
        }
        Reader auditor = new Reader("account:a", null, "A", null, Set.of(), Set.of("auditor"), null);
        PolicySummary draft = draft(members, Grant.allow("secrets.secret.manage"));
        try {
            Replay named = replays.replay(ADMIN, draft.number(), (done, of) -> {});
            assertThat(named.people())
                    .extracting(Group::key)
                    .containsExactlyInAnyOrder("token:replays-one-" + tag, "token:replays-two-" + tag);

            Replay counted = replays.replay(auditor, draft.number(), (done, of) -> {});
            assertThat(counted.people()).containsExactly(new Group("token:", "2 tokens", 0, 2));
            assertThat(counted.flips()).extracting(flip -> flip.party().name()).containsOnly("A token");
            assertThat(counted.toString()).doesNotContain(tag);
            assertThat(counted.peopleGain()).isEqualTo(2);
        } finally {
            policies.discard(ADMIN, draft.number(), draft.version());
            made.forEach(id -> tokens.revoke(ADMIN, id));
            jdbc.sql("DELETE FROM access_decision WHERE subject LIKE 'token:replays-%'")
                    .update();
        }
    }

    @Test
    void what_was_asked_of_sources_views_and_tokens_of_a_space_is_asked_again() {
        String name = "replays-" + tag;
        Space space = spaces.create(ADMIN, name, "Replays", "", Set.of(EntityRef.parse("group:default/" + name)));
        Reader member = new Reader(
                "account:m",
                UUID.randomUUID(),
                "M",
                null,
                Set.of(EntityRef.parse("group:default/" + name)),
                Set.of("admin"),
                null);
        sources.push(
                name + "-in",
                name,
                List.of(new DescriptorUpload("a.yaml", "".getBytes(StandardCharsets.UTF_8))),
                ADMIN);
        SavedView view = views.create(name, "", Sharing.in(name), member);
        UUID token = tokens.create(
                        ADMIN, TokenRequest.service(name, Set.of("guest"), null).within(Set.of(name)))
                .token()
                .id();
        List<Row> asked = List.of(
                thing("catalog.source.remove", "catalog-source", name + "-in"),
                thing("catalog.view.manage", "catalog-view", view.id().toString()),
                thing("access.token.manage", "access-token", token.toString()));
        rows.insert(records.day(), asked);
        PolicySummary draft = draft(
                List.of(new RoleMember(RoleMember.Kind.USER, "user:default/" + account.name(), null)),
                asked.stream()
                        .map(row -> Grant.allow(row.permission(), new Rule.SpaceIs(name)))
                        .toArray(Grant[]::new));
        try {
            Replay replay = replays.replay(ADMIN, draft.number(), (done, of) -> {});

            assertThat(replay.flips())
                    .extracting(Flip::permission, Flip::thing, Flip::change)
                    .containsExactlyInAnyOrderElementsOf(asked.stream()
                            .map(row -> tuple(row.permission(), row.id(), Change.ALLOWED))
                            .toList());
        } finally {
            policies.discard(ADMIN, draft.number(), draft.version());
            tokens.revoke(ADMIN, token);
            views.delete(view.id(), member);
            sources.remove(name + "-in", ADMIN);
            spaces.delete(ADMIN, name, space.version());
        }
    }

    @Test
    void only_who_may_explain_the_decisions_of_others_runs_a_draft_over_them() {
        assertThatThrownBy(() -> replays.replay(reader, 1, (done, of) -> {}))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("access.policy.read");
        assertThatThrownBy(() -> replays.recorded(reader)).isInstanceOf(Refusal.Forbidden.class);
        assertThat(replays.recorded(ADMIN).decisions()).isGreaterThanOrEqualTo(6);
    }
}
