package dev.portico.bench;

import java.io.IOException;
import java.util.stream.Stream;

/// Keeps a portal and its clients apart: one processor for the portal with its database, the others for the clients.
/// Where `taskset` is missing or there is one processor only, they go on sharing.
final class Processors {

    private Processors() {}

    /// Binds this process, and a portal with all that it started.
    static void divide(ProcessHandle portal) {
        int all = Runtime.getRuntime().availableProcessors();
        if (all > 1) {
            bind("1-" + (all - 1), ProcessHandle.current());
            Stream.concat(Stream.of(portal), portal.descendants()).forEach(process -> bind("0", process));
        }
    }

    private static void bind(String processors, ProcessHandle process) {
        try {
            new ProcessBuilder("taskset", "-a", "-p", "-c", processors, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            // Then the system divides as it likes.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
