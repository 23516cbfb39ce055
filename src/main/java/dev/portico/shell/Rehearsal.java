package dev.portico.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the portal, asks it for its first page and ends it: what a JVM records for its ahead-of-time cache, so that
/// the next start finds the classes of a first page ready, and knows which of their methods are worth compiling.
public final class Rehearsal {

    private static final List<String> ASKED = List.of("/login", "/actuator/health", "/api/portico/entities?limit=1");

    /// Often enough for the JVM to tell what is used.
    private static final int ROUNDS = 40;

    private Rehearsal() {}

    /// @param application the class that starts the portal
    /// @param settings    as for a start; the port is any that is free, on loopback
    /// @return the exit code: 0, or 1 where a page was not answered
    public static int run(Class<?> application, List<String> settings, PrintStream err) {
        String[] all = Stream.concat(settings.stream(), Stream.of("--server.port=0", "--server.address=127.0.0.1"))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext portal = SpringApplication.run(application, all);
                HttpClient client = HttpClient.newHttpClient()) {
            String port = Objects.requireNonNull(portal.getEnvironment().getProperty("local.server.port"));
            for (int round = 0; round < ROUNDS; round++) {
                for (String path : ASKED) {
                    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build();
                    int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    if (status >= 500) {
                        err.println("portico: the rehearsal of " + path + " was answered " + status
                                + "; its log says why.");
                        return 1;
                    }
                }
            }
            return 0;
        } catch (IOException e) {
            err.println("portico: the rehearsal was not answered: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
