package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.access.Access;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
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
import dev.portico.access.internal.DecisionLog.Asked;
import dev.portico.access.internal.DecisionLog.Result;
import dev.portico.access.internal.DecisionRecords.Row;
import dev.portico.access.things.ThingSource;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
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
    private JdbcClient jdbc;

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

        assertThat(replay.questions()).isGreaterThanOrEqualTo(6);
        assertThat(replay.flips()).isEmpty();
        assertThat(replay.lost() + replay.gained()).isZero();
        assertThat(seen).last().isEqualTo(replay.questions());
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
                        org.assertj.core.api.Assertions.tuple(read.name(), tagged, Change.DENIED),
                        org.assertj.core.api.Assertions.tuple(refresh.name(), tagged, Change.DENIED),
                        org.assertj.core.api.Assertions.tuple(read.name(), "", Change.NARROWED),
                        org.assertj.core.api.Assertions.tuple("secrets.secret.manage", "", Change.ALLOWED));
        assertThat(replay.people()).containsExactly(new Group(reader.subject(), reader.name(), 3, 1));
        assertThat(replay.things()).contains(new Group(tagged, tagged, 2, 0));
        assertThat(replay.lost()).isEqualTo(3);
        assertThat(replay.gained()).isEqualTo(1);
        assertThat(replay.peopleLose()).isEqualTo(1);
        assertThat(replay.peopleGain()).isEqualTo(1);
        policies.discard(ADMIN, draft.number(), changed.version());
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
                        "day", "subject", "permission", "asked", "thing_type", "thing_id", "result"));
        assertThat(recorded.toString()).doesNotContain("canary").doesNotContain("production");
    }

    @Test
    void what_is_older_than_it_is_kept_is_removed() {
        LocalDate today = new DecisionRecords(SETTINGS).day();
        Row row = new Row(reader.subject(), "a.b.c", Asked.GENERAL, "", "", Result.ALL);
        rows.insert(today.minusDays(31), List.of(row));
        rows.insert(today.minusDays(29), List.of(row));

        new DecisionRetention(rows, SETTINGS).run();

        assertThat(jdbc.sql("SELECT day FROM access_decision WHERE subject = ? AND permission = 'a.b.c'")
                        .param(reader.subject())
                        .query(LocalDate.class)
                        .list())
                .containsExactly(today.minusDays(29));
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
