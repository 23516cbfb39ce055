package dev.portico.kill;

import dev.portico.Eventually;
import dev.portico.kill.Finding.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Lets clients work, kills, waits for the portal, inspects; again and again.
final class KillLoop implements AutoCloseable {

    private static final int PUSHERS = 4;
    private static final int RIVALS = 2;
    private static final int FOLDERS = 3;
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final Duration LOAD = Duration.ofSeconds(60);
    private static final Duration PROMISE = Duration.ofSeconds(90);
    private static final int LATEST_NANOS = 60_000_000;

    private final PortalProcess portal;
    private final PortalClient client;
    private final Random random;
    private final Gate gate = new Gate();
    private final Journal journal = new Journal();
    private final List<Witness> witnesses = new ArrayList<>();
    private final Inspection inspection;
    private final List<Thread> threads = new ArrayList<>();
    private final KillReport report;

    /// @param seed decides what clients send and what is killed; when exactly, nobody decides
    KillLoop(PortalProcess portal, long seed) {
        this.portal = portal;
        this.client = new PortalClient(portal.address());
        this.random = new Random(seed);
        this.report = new KillReport(seed);
        this.inspection = new Inspection(client, witnesses);
        for (int i = 1; i <= PUSHERS; i++) {
            Ledger ledger = new Ledger("push" + i);
            hire(ledger, new Pusher(ledger, client, gate, journal, random.nextLong()));
        }
        for (int i = 1; i <= FOLDERS; i++) {
            Ledger ledger = new Ledger("folder" + i);
            Path folder = portal.home().resolve("files").resolve(ledger.source());
            Path scratch = portal.home().resolve("scratch");
            hire(ledger, new FolderKeeper(ledger, folder, scratch, client, gate, journal, random.nextLong()));
        }
        SharedLedger shared = new SharedLedger("shared", Rival.ENTITIES);
        for (int i = 1; i <= RIVALS; i++) {
            hire(shared, new Rival(shared, "rival" + i, client, gate, journal, random.nextLong()));
        }
    }

    private void hire(Witness witness, Client worker) {
        if (!witnesses.contains(witness)) {
            witnesses.add(witness);
        }
        threads.add(Thread.ofVirtual().unstarted(worker));
    }

    /// Starts the portal and the clients.
    KillLoop begin() throws Exception {
        portal.start();
        portal.awaitAnswer(client);
        threads.forEach(Thread::start);
        return this;
    }

    /// A fair mix of victims in random order: of twenty, seven hit PostgreSQL, seven one of its processes, three the
    /// portal and three both. A portal takes seconds to start, so it is hit less often.
    List<Victim> victims(int count) {
        Map<Victim, Integer> twenty = new EnumMap<>(Victim.class);
        twenty.put(Victim.POSTGRESQL, 7);
        twenty.put(Victim.POSTGRESQL_BACKEND, 7);
        twenty.put(Victim.PORTAL, 3);
        twenty.put(Victim.BOTH, 3);
        List<Victim> victims = new ArrayList<>();
        while (victims.size() < count) {
            List<Victim> some = new ArrayList<>();
            twenty.forEach((victim, times) -> some.addAll(Collections.nCopies(times, victim)));
            Collections.shuffle(some, random);
            victims.addAll(some);
        }
        return victims.subList(0, count);
    }

    /// Kills each victim in turn, until something is found.
    ///
    /// @param sought the kinds of findings that end the loop
    KillReport kill(List<Victim> victims, Set<Kind> sought) throws Exception {
        for (Victim victim : victims) {
            report.add(round(victim), journal);
            if (report.hasAny(sought)) {
                return report;
            }
        }
        Eventually.holds(PROMISE, "what was acknowledged happens", () -> {
            report.found(inspect());
            return report.hasAny(sought) || witnesses.stream().noneMatch(Witness::waits);
        });
        report.end(journal);
        return report;
    }

    private KillReport.Round round(Victim victim) throws Exception {
        long acknowledged = gate.acknowledged();
        gate.open();
        if (!gate.awaitAcknowledged(acknowledged + 10 + random.nextInt(40), LOAD)) {
            journal.unexpected("the clients get hardly any answer: " + journal);
        }
        LockSupport.parkNanos(random.nextInt(LATEST_NANOS));
        long struck = System.nanoTime();
        victim.strike(portal, random);
        gate.close();
        long answered = recover(victim);
        if (!gate.awaitQuiet(QUIET)) {
            journal.unexpected("a request is not answered within " + QUIET.toSeconds() + " s");
        }
        List<Finding> findings = inspect();
        return new KillReport.Round(
                victim,
                gate.acknowledged() - acknowledged,
                Duration.ofNanos(answered - struck),
                Duration.ofNanos(System.nanoTime() - answered),
                findings);
    }

    /// Waits until requests are answered again and go on being answered; when the first of them was.
    private long recover(Victim victim) throws Exception {
        if (victim.hitsPortal()) {
            portal.start();
            portal.awaitAnswer(client);
            return System.nanoTime();
        }
        long[] since = {0};
        Eventually.holds(LOAD, "requests are answered after " + victim, () -> {
            boolean answered = client.sources().acknowledged();
            long now = System.nanoTime();
            since[0] = !answered ? 0 : since[0] == 0 ? now : since[0];
            return answered && now - since[0] > Duration.ofMillis(1_200).toNanos();
        });
        return since[0];
    }

    private List<Finding> inspect() throws Exception {
        List<Finding> findings = new ArrayList<>(journal.findings());
        try (Connection connection = portal.database()) {
            findings.addAll(inspection.findings(connection));
        }
        return findings;
    }

    @Override
    public void close() throws Exception {
        gate.end();
        for (Thread thread : threads) {
            if (thread.getState() != Thread.State.NEW) {
                thread.join(QUIET);
            }
        }
        client.close();
        portal.close();
    }
}
