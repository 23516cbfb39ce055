package dev.portico.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that ask one after the other, each over a connection of its own, without a pause.
final class Load {

    private static final int CHECKED_EVERY = 50;

    private final ServedPortal portal;
    private final String token;
    private final int clients;

    Load(ServedPortal portal, String token, int clients) {
        this.portal = portal;
        this.token = token;
        this.clients = clients;
    }

    /// Asks for a while.
    ///
    /// @throws IllegalStateException when an answer is not 200 or, one of fifty, not as expected
    Outcome run(Questions questions, Duration time) throws IOException {
        double cpu = portal.cpuMillis();
        long began = System.nanoTime();
        long until = began + time.toNanos();
        List<long[]> tries = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int seed = client;
                running.add(threads.submit(() -> ask(questions, new Random(seed), until)));
            }
            for (Future<long[]> client : running) {
                tries.add(client.get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A client failed: " + failed.getCause(), failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while asking", e);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long[] nanos = tries.stream().flatMapToLong(Arrays::stream).toArray();
        return new Outcome(nanos, nanos.length / seconds, (portal.cpuMillis() - cpu) / nanos.length);
    }

    private long[] ask(Questions questions, Random random, long until) throws IOException {
        long[] nanos = new long[1 << 12];
        int count = 0;
        try (Connection connection = new Connection(portal.port(), token)) {
            while (System.nanoTime() < until) {
                Question question = questions.next(random);
                long before = System.nanoTime();
                int status = connection.get(question.path());
                long took = System.nanoTime() - before;
                boolean checked = count % CHECKED_EVERY == 0;
                if (status != 200 || (checked && !question.answeredBy(connection.text()))) {
                    throw new IllegalStateException(
                            question.path() + " was answered by " + status + " " + connection.text());
                }
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = took;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    /// What is asked.
    interface Questions {
        Question next(Random random);
    }

    /// A path, and what must be in its answer.
    ///
    /// @param rows how often `expected` must be in it; negative for at least once
    record Question(String path, String expected, int rows) {

        boolean answeredBy(String text) {
            int found = 0;
            for (int at = text.indexOf(expected); at >= 0; at = text.indexOf(expected, at + 1)) {
                found++;
            }
            return rows < 0 ? found > 0 : found == rows;
        }
    }

    /// @param nanos     what each answer took
    /// @param perSecond answers a second, of all clients together
    /// @param cpuMillis CPU time of the portal for each
    @SuppressWarnings("ArrayRecordComponent")
    record Outcome(long[] nanos, double perSecond, double cpuMillis) {

        double[] millis() {
            return Arrays.stream(nanos).mapToDouble(one -> one / 1e6).toArray();
        }
    }
}
