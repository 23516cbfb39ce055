package dev.portico.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Requests that come at a rate, whether or not those before them were answered: what many people at once are to a
/// portal.
final class Flood {

    private static final int CHECKED_EVERY = 50;
    private static final int MOST_KEPT = 1 << 20;

    private final ServedPortal portal;
    private final String token;
    private final int connections;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final long[] nanos = new long[MOST_KEPT];
    private final AtomicReference<@Nullable String> wrong = new AtomicReference<>();

    /// @param connections over which the requests go; where all are busy, the next request is late
    Flood(ServedPortal portal, String token, int connections) {
        this.portal = portal;
        this.token = token;
        this.connections = connections;
    }

    /// Asks for a while.
    ///
    /// @throws IllegalStateException when an answer is neither as expected nor a request to come back later
    Outcome run(Load.Questions questions, double perSecond, Duration time) {
        long began = System.nanoTime();
        long until = began + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < connections; number++) {
                Random random = new Random(number);
                threads.execute(() -> ask(questions, random, began, 1e9 / perSecond, until));
            }
        }
        @Nullable String failure = wrong.get();
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double[] millis = Arrays.stream(nanos, 0, Math.min(MOST_KEPT, answered.intValue()))
                .mapToDouble(one -> one / 1e6)
                .toArray();
        return new Outcome(sent.get() / seconds, answered.get() / seconds, turnedAway.get() / seconds, millis);
    }

    private void ask(Load.Questions questions, Random random, long began, double pause, long until) {
        try {
            boolean goOn = true;
            while (goOn) {
                try (Connection connection = new Connection(portal.port(), token)) {
                    while (goOn && !connection.over()) {
                        goOn = waitForTurn(began, pause, until);
                        if (goOn) {
                            one(connection, questions.next(random));
                        }
                    }
                }
            }
        } catch (IOException failed) {
            wrong.compareAndSet(null, "A connection broke off: " + failed);
        }
    }

    /// Whether there is a turn before the end.
    private boolean waitForTurn(long began, double pause, long until) {
        long due = began + (long) (sent.getAndIncrement() * pause);
        if (due >= until || System.nanoTime() >= until || wrong.get() != null) {
            sent.getAndDecrement();
            return false;
        }
        for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
            LockSupport.parkNanos(due - now);
        }
        return true;
    }

    private void one(Connection connection, Load.Question question) throws IOException {
        long before = System.nanoTime();
        int status = connection.get(question.path());
        long took = System.nanoTime() - before;
        if (status == 200) {
            long number = answered.getAndIncrement();
            if (number < MOST_KEPT) {
                nanos[(int) number] = took;
            }
            if (number % CHECKED_EVERY != 0 || question.answeredBy(connection.text())) {
                return;
            }
        } else if ((status == 503 || status == 429) && connection.mayRetry()) {
            turnedAway.incrementAndGet();
            return;
        }
        wrong.compareAndSet(null, question.path() + " was answered by " + status + " " + connection.text());
    }

    /// @param sent       requests a second
    /// @param answered   of these, answered a second
    /// @param turnedAway and asked to come back
    /// @param millis     how long the answers took
    @SuppressWarnings("ArrayRecordComponent")
    record Outcome(double sent, double answered, double turnedAway, double[] millis) {}
}
