package dev.portico.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// What becomes of the portal when ten times as much is asked as it can answer, for a minute: how much of its peak it
/// still answers, how another client and the sign-in page fare meanwhile, and how soon it is itself again.
///
/// The peak is taken with eight clients that wait for each answer. The flood then comes at ten times that rate without
/// waiting, with one token. Once the portal is warm, it and its database have one processor and the clients the others,
/// so that the flood costs the portal what it costs where the clients are far away.
final class OverloadBenchmark {

    /// As the launcher gives it.
    private static final String HEAP = "1g";

    private static final int TIMES = 10;
    private static final int CLIENTS = 8;
    private static final int CONNECTIONS = 1_000;
    private static final int QUIET_CONNECTIONS = 8;
    private static final double QUIET_SHARE = 0.05;
    private static final double ITSELF_AGAIN = 0.8;
    private static final Duration WARM_UP = Duration.ofMinutes(3);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Duration PEAK = Duration.ofSeconds(15);
    private static final Duration FLOOD = Duration.ofSeconds(60);
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final int MOST_WINDOWS = 60;
    private static final Load.Question SIGN_IN = new Load.Question("/login", "<html", -1);

    private final ServedPortal portal;
    private final CatalogQuestions questions;
    private final String noisy;
    private final String quiet;
    private final Measures measures = new Measures();

    private OverloadBenchmark(ServedPortal portal, CatalogQuestions questions, String noisy, String quiet) {
        this.portal = portal;
        this.questions = questions;
        this.noisy = noisy;
        this.quiet = quiet;
    }

    /// @param application the class that starts the portal
    /// @param entities    how many entities to make
    static Measures run(Class<?> application, int entities) throws IOException {
        Path folder = Files.createTempDirectory("portico-bench");
        try (ServedPortal portal = ServedPortal.filled(application, folder, entities, HEAP)) {
            String noisy = portal.conditionalToken("noisy");
            CatalogQuestions questions = CatalogQuestions.of(portal, noisy, entities);
            return new OverloadBenchmark(portal, questions, noisy, portal.conditionalToken("quiet")).measure();
        } finally {
            Folders.delete(folder);
        }
    }

    private Measures measure() throws IOException {
        Load load = new Load(portal, noisy, CLIENTS);
        load.run(questions::mixed, WARM_UP);
        Processors.divide(portal.process());
        load.run(questions::mixed, SETTLING);
        Load.Outcome peak = load.run(questions::mixed, PEAK);
        measures.add("peak", peak.perSecond(), "req/s", peak.millis(), peak.cpuMillis());

        Future<Flood.Outcome> other = CompletableFuture.supplyAsync(
                () -> flood(quiet, QUIET_CONNECTIONS, questions::mixed, QUIET_SHARE * peak.perSecond()),
                Thread::startVirtualThread);
        Future<Flood.Outcome> people =
                CompletableFuture.supplyAsync(() -> flood("", 1, random -> SIGN_IN, 2), Thread::startVirtualThread);
        double cpu = portal.cpuMillis();
        Flood.Outcome flood = flood(noisy, CONNECTIONS, questions::mixed, TIMES * peak.perSecond());
        double used = portal.cpuMillis() - cpu;
        Flood.Outcome few = result(other);
        Flood.Outcome pages = result(people);
        double recovery = recovery(load, peak.perSecond());

        double goodput = flood.answered() + few.answered();
        measures.add("asked in the flood", flood.sent() + few.sent(), "req/s", null);
        measures.add("answered in the flood", goodput, "req/s", flood.millis(), null);
        measures.add("goodput", 100 * goodput / peak.perSecond(), "% of peak", null);
        measures.add("turned away with Retry-After", flood.turnedAway() + few.turnedAway(), "req/s", null);
        measures.add("CPU time of the portal in the flood", used / FLOOD.toMillis() * 100, "% of one", null);
        measures.add("quiet client: answered", 100 * few.answered() / few.sent(), "% of its", few.millis(), null);
        measures.add("sign-in page: answered", 100 * pages.answered() / pages.sent(), "% of 2/s", pages.millis(), null);
        measures.add("itself again", recovery, "s", null);
        measures.add("memory of the JVM (RSS)", portal.residentMegabytes(), "MB", null);
        return measures;
    }

    private Flood.Outcome flood(String token, int connections, Load.Questions asked, double perSecond) {
        return new Flood(portal, token, connections).run(asked, perSecond, FLOOD);
    }

    /// How many seconds pass until eight clients are answered all they ask, nearly as fast as before.
    private double recovery(Load load, double peak) throws IOException {
        long began = System.nanoTime();
        for (int window = 0; window < MOST_WINDOWS; window++) {
            double before = (System.nanoTime() - began) / 1e9;
            if (load.run(this::seeded, WINDOW).perSecond() >= ITSELF_AGAIN * peak) {
                Expectation.check(portal.outOfMemory().isEmpty(), "memory suffices", portal.outOfMemory());
                return before;
            }
        }
        throw new IllegalStateException("The portal is not itself again after " + MOST_WINDOWS + " s");
    }

    private Load.Question seeded(Random random) {
        return questions.mixed(random);
    }

    private static Flood.Outcome result(Future<Flood.Outcome> flood) throws IOException {
        try {
            return flood.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A client failed: " + failed.getCause(), failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while asking", e);
        }
    }
}
