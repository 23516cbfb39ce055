package dev.portico.bench;

import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.HolderQuestion;
import dev.portico.access.Holders;
import dev.portico.access.Policies;
import dev.portico.access.PolicyEffect;
import dev.portico.access.PolicyEffects;
import dev.portico.access.PolicySummary;
import dev.portico.access.Replay;
import dev.portico.access.Replays;
import dev.portico.access.Role;
import dev.portico.access.Rule;
import dev.portico.access.Simulator;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How long it takes to say who may do something, whom a draft would concern, and what it would change of ten thousand
/// recorded decisions, with two thousand accounts and the policy of 200 roles in force.
final class SimulatorBenchmark {

    private static final int ACCOUNTS = 2_000;
    private static final int QUESTIONS = 10_000;
    private static final int TRIES = 30;
    private static final Reader ADMIN = Reader.system("bench");
    private static final String READ = "catalog.entity.read";

    private final EmptyPortal portal;
    private final Measures measures;
    private final JdbcClient jdbc;

    SimulatorBenchmark(EmptyPortal portal, Measures measures) {
        this.portal = portal;
        this.measures = measures;
        this.jdbc = portal.door(JdbcClient.class);
    }

    void measure() {
        accounts();
        questions();
        String thing = jdbc.sql("SELECT ref FROM catalog_entity WHERE ref LIKE 'component:%' ORDER BY ref LIMIT 1")
                .query(String.class)
                .single();
        Simulator simulator = portal.door(Simulator.class);
        time("who may do something, 2,000 accounts", () -> {
            Holders holders = simulator.holders(ADMIN, new HolderQuestion(READ, thing, null));
            Expectation.check(holders.people() >= ACCOUNTS, "every engineer may read it", holders.people());
            return holders.people();
        });
        PolicySummary draft = draft();
        int force = portal.door(Policies.class).inForce(ADMIN).number();
        PolicyEffects effects = portal.door(PolicyEffects.class);
        time("whom a draft concerns, 2,000 accounts", () -> {
            PolicyEffect effect = effects.effect(ADMIN, force, draft.number());
            Expectation.check(effect.losing() >= ACCOUNTS, "every engineer loses something", effect.losing());
            return effect.losing();
        });
        Replays replays = portal.door(Replays.class);
        time("a draft over 10,000 recorded decisions", () -> {
            Replay replay = replays.replay(ADMIN, draft.number(), (done, of) -> {});
            Expectation.check(replay.questions() >= QUESTIONS, "all are asked again", replay.questions());
            Expectation.check(replay.lost() > QUESTIONS / 10, "many would be denied", replay.lost());
            return replay.lost();
        });
    }

    /// The same answer each time, after a few tries to warm up.
    private void time(String name, LongSupplier question) {
        long answer = 0;
        for (int number = 0; number < TRIES / 3; number++) {
            answer = question.getAsLong();
        }
        double[] millis = new double[TRIES];
        double cpu = portal.cpuMillis();
        for (int number = 0; number < TRIES; number++) {
            long began = System.nanoTime();
            long now = question.getAsLong();
            millis[number] = (System.nanoTime() - began) / 1e6;
            Expectation.check(now == answer, "the answer stays the same", now);
        }
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        measures.add(name, sorted[sorted.length / 2], "ms", millis, (portal.cpuMillis() - cpu) / TRIES);
    }

    private void accounts() {
        for (int number = 0; number < ACCOUNTS; number++) {
            jdbc.sql("INSERT INTO access_account (id, version, name, display_name, issuer, subject, roles, enabled,"
                            + " generation, created_at) VALUES (:id, 0, :name, :name, 'https://bench.example.com', :name,"
                            + " ARRAY['engineer'], true, 0, now())")
                    .param("id", Ids.next())
                    .param("name", "user-" + number)
                    .update();
        }
    }

    /// What two thousand people asked for: of each, five components.
    private void questions() {
        List<String> components = jdbc.sql("SELECT ref FROM catalog_entity WHERE ref LIKE 'component:%' ORDER BY ref")
                .query((row, line) -> row.getString("ref"))
                .list();
        for (int number = 0; number < QUESTIONS; number++) {
            jdbc.sql("""
                            INSERT INTO access_decision (day, subject, permission, asked, thing_type, thing_id, result)
                            VALUES (current_date, :subject, 'catalog.entity.read', 'THING', 'catalog-entity', :ref, 'ALL')
                            """)
                    .param("subject", "account:user-" + number * ACCOUNTS / QUESTIONS)
                    .param("ref", components.get(number % components.size()))
                    .update();
        }
    }

    /// Denies every engineer a quarter of all.
    private PolicySummary draft() {
        Policies policies = portal.door(Policies.class);
        PolicySummary draft = policies.draft(ADMIN, null, "For the benchmark");
        Role engineer = policies.policy(ADMIN, draft.number()).roles().stream()
                .filter(role -> role.name().equals("engineer"))
                .findFirst()
                .orElseThrow();
        List<Grant> grants = new ArrayList<>(engineer.grants());
        Condition quarter = new Rule.LabelHas("tier", Set.of("1"));
        grants.add(Grant.deny("catalog.entity.*", quarter));
        return policies.put(ADMIN, draft.number(), draft.version(), engineer.granting(grants));
    }
}
