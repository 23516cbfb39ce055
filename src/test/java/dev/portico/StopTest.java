package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/// A portal as a process of its own that is told to end at the worst of moments.
@Alone
final class StopTest {

    private static final String TOKEN = "token-of-stopping-0123456789abcdef";
    private static final Path HOME = Path.of("target", "stop", "home").toAbsolutePath();
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @BeforeAll
    static void clear() throws IOException {
        FileSystemUtils.deleteRecursively(HOME.getParent());
        Files.createDirectories(HOME.getParent());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void it_ends_within_five_seconds_where_its_database_is_frozen(boolean noticed) throws Exception {
        try (PortalProcess portal = begin();
                HttpClient client = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            client.send(request(portal, "/api/portico/accounts").build(), HttpResponse.BodyHandlers.discarding());
            List<ProcessHandle> frozen = portal.postgres();
            PortalProcess.signal("STOP", frozen);
            try {
                for (String path : List.of("/api/portico/sources", "/api/portico/accounts", "/api/portico/me")) {
                    HttpRequest request = request(portal, path).build();
                    var _ = threads.submit(() -> client.send(request, HttpResponse.BodyHandlers.discarding()));
                }
                if (noticed) {
                    Eventually.holds(Duration.ofSeconds(10), "the portal has noticed", () -> portal.output()
                            .contains("PostgreSQL does not answer"));
                }

                assertThat(ended(portal)).isLessThan(LIMIT);
            } finally {
                PortalProcess.signal(
                        "CONT", frozen.stream().filter(ProcessHandle::isAlive).toList());
            }
        }
    }

    @Test
    void it_ends_within_five_seconds_under_a_large_push() throws Exception {
        try (PortalProcess portal = begin();
                HttpClient client = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HttpRequest push = request(portal, "/api/portico/sources/large/descriptors")
                    .PUT(HttpRequest.BodyPublishers.ofString(components(100_000)))
                    .build();
            var _ = threads.submit(() -> client.send(push, HttpResponse.BodyHandlers.discarding()));
            Eventually.holds(Duration.ofMinutes(1), "the push writes", StopTest::isWriting);

            assertThat(ended(portal)).isLessThan(LIMIT);
        }
    }

    private static PortalProcess begin() throws Exception {
        Map<String, String> environment =
                Map.of("PORTICO_ADMIN_TOKEN", TOKEN, "PORTICO_ADMIN_PASSWORD", "a password of stopping");
        return PortalProcess.start(FreePort.find(), HOME, environment).ready();
    }

    private static HttpRequest.Builder request(PortalProcess portal, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + portal.port() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static String components(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append("---\n{apiVersion: backstage.io/v1alpha1, kind: Component, metadata: {name: c")
                    .append(i)
                    .append("}, spec: {type: service, lifecycle: production, owner: team-")
                    .append(i % 100)
                    .append("}}\n");
        }
        return all.toString();
    }

    /// Whether a long transaction has gone on for two seconds.
    private static boolean isWriting() throws Exception {
        Path server = HOME.resolve("postgres");
        String password = Files.readString(server.resolve("superuser.password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:"
                + Files.readString(server.resolve("port")).strip() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE application_name = 'portico-bulk' AND now() - xact_start > interval '2s'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    /// Asks the portal to end; how long that took.
    private static Duration ended(PortalProcess portal) throws Exception {
        ProcessHandle process = ProcessHandle.of(portal.pid()).orElseThrow();
        long begun = System.nanoTime();
        process.destroy();
        Eventually.holds(Duration.ofSeconds(20), "the portal ended", () -> !process.isAlive());
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
