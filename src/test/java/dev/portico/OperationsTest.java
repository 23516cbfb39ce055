package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One portal as a process of its own, through a day of its life: it serves, its database freezes, it is killed and
/// started again, and it is stopped.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Alone
final class OperationsTest {

    private static final String TOKEN = "token-of-operations-0123456789abcdef";
    private static final Path HOME = Path.of("target", "operations", "home").toAbsolutePath();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private static PortalProcess portal;

    @BeforeAll
    static void start() throws Exception {
        FileSystemUtils.deleteRecursively(HOME.getParent());
        Files.createDirectories(HOME.getParent());
        portal = begin(FreePort.find()).ready();
    }

    @AfterAll
    static void stop() throws Exception {
        portal.close();
    }

    @Test
    @Order(1)
    void health_is_public_and_says_no_more_than_the_status() throws Exception {
        assertThat(json(get("/actuator/health", "")))
                .isEqualTo(json("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}"));
        assertThat(get("/actuator/health/liveness", "")).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/health/readiness", "")).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    @Order(1)
    void metrics_need_a_permission() throws Exception {
        assertThat(send(request("/actuator/prometheus", "")).statusCode()).isEqualTo(401);
        assertThat(get("/actuator/prometheus", TOKEN))
                .contains("hikaricp_connections{pool=\"portico\"", "http_server_requests_seconds_count", "jvm_memory");
        assertThat(get("/actuator/env", TOKEN)).doesNotContain("propertySources");
    }

    @Test
    @Order(2)
    void large_answers_are_compressed_and_large_headers_refused() throws Exception {
        HttpRequest packed = request("/api/portico/openapi", TOKEN)
                .header("Accept-Encoding", "gzip")
                .build();
        assertThat(CLIENT.send(packed, HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
        HttpRequest heavy = request("/api/portico/me", TOKEN)
                .header("X-Heavy", "x".repeat(20_000))
                .build();
        assertThat(CLIENT.send(heavy, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isIn(400, 431);
    }

    @Test
    @Order(6)
    void a_second_portal_in_the_same_home_is_refused_in_plain_words() throws Exception {
        Path log = HOME.resolveSibling("home.log");
        PortalProcess second = PortalProcess.start(FreePort.find(), HOME, Map.of());
        try {
            Eventually.holds(Duration.ofMinutes(2), "the second portal ended", () -> ProcessHandle.of(second.pid())
                    .isEmpty());
        } finally {
            second.close();
        }
        assertThat(Files.readString(log)).contains("Another Portico (process " + portal.pid() + ") uses the home");
        assertThat(portal.isReady()).isTrue();
    }

    @Test
    @Order(6)
    void a_wrong_password_of_the_database_ends_the_start_in_plain_words() throws Exception {
        String port = Files.readString(HOME.resolve("postgres/port")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/portico";
        String log = endOf("locked-out", url + "?password=n0t-it");
        assertThat(log)
                .contains(
                        "PostgreSQL at postgresql://127.0.0.1:" + port + "/portico does not let portico in",
                        "password authentication failed",
                        "Correct PORTICO_DATABASE_USER and PORTICO_DATABASE_PASSWORD")
                .doesNotContain("n0t-it", "wr0ng", "\tat ");
    }

    @Test
    @Order(6)
    void a_database_that_is_not_there_ends_the_start_in_plain_words() throws Exception {
        int nobody = FreePort.find();
        String log = endOf("alone", "jdbc:postgresql://127.0.0.1:" + nobody + "/portico");
        assertThat(log)
                .contains(
                        "It is waited for, 2 s at most",
                        "PostgreSQL at postgresql://127.0.0.1:" + nobody + "/portico is not there",
                        "Start it, or correct PORTICO_DATABASE_URL")
                .doesNotContain("wr0ng", "\tat ");
    }

    /// What a portal prints that ends before it is ready.
    private static String endOf(String home, String url) throws Exception {
        Path folder = HOME.resolveSibling(home);
        Map<String, String> environment = Map.of("PORTICO_DATABASE_URL", url, "PORTICO_DATABASE_PASSWORD", "wr0ng");
        try (PortalProcess portal = PortalProcess.start(FreePort.find(), folder, environment)) {
            Eventually.holds(Duration.ofMinutes(1), "the portal ended", () -> ProcessHandle.of(portal.pid())
                    .isEmpty());
        }
        return Files.readString(HOME.resolveSibling(home + ".log"));
    }

    @Test
    @Order(3)
    void every_line_of_the_log_is_a_json_object_that_knows_its_request() throws Exception {
        send(request("/api/portico/me?secret=s3cret", TOKEN).header("X-Request-Id", "operations-17"));
        List<JsonNode> lines = new ArrayList<>();
        Eventually.passes(Duration.ofSeconds(5), () -> {
            lines.clear();
            for (String line : Files.readAllLines(HOME.resolveSibling("home.log"))) {
                lines.add(json(line));
            }
            assertThat(lines).anyMatch(line -> line.path("request").asString("").equals("operations-17"));
        });
        assertThat(lines).allMatch(line -> line.has("@timestamp") && line.has("message"));
        assertThat(lines.toString()).doesNotContain("s3cret", TOKEN);
    }

    @Test
    @Order(4)
    void a_frozen_database_gives_an_error_within_three_seconds_and_the_portal_recovers_within_five() throws Exception {
        Map<String, HttpRequest.Builder> requests = everyKindOfRequest();
        String made = madeToken();
        requests.put("made token: list", request("/api/portico/entities", made));
        requests.put("made token: Backstage's list", request("/api/catalog/entities", made));
        requests.put("made token: metrics", request("/actuator/prometheus", made));
        assertThat(answers(requests))
                .allSatisfy(
                        (what, answer) -> assertThat(answer.status()).as(what).isBetween(200, 499));

        List<ProcessHandle> frozen = portal.postgres();
        PortalProcess.signal("STOP", frozen);
        try {
            for (int round = 0; round < 3; round++) {
                // A token that was just looked up counts for a moment longer, and a list needs no database then.
                boolean known = round == 0;
                assertThat(answers(requests)).allSatisfy((what, answer) -> {
                    assertThat(answer.took()).as(what).isLessThan(ANSWER);
                    assertThat(answer.status()).as(what).isNotEqualTo(500);
                    if (what.startsWith("made token") && !known) {
                        assertThat(answer.status()).as(what).isEqualTo(503);
                    } else if (!what.startsWith("memory") && !what.startsWith("made token")) {
                        assertThat(answer.status()).as(what).isGreaterThanOrEqualTo(302);
                    }
                });
            }
        } finally {
            PortalProcess.signal("CONT", frozen);
        }
        Eventually.passes(RECOVERY, () -> assertThat(answers(requests))
                .allSatisfy(
                        (what, answer) -> assertThat(answer.status()).as(what).isBetween(200, 499)));
        assertThat(get("/actuator/health", "")).contains("UP");
    }

    /// What a signed-in page loads beside itself. Its session is looked up at each request that shows anything.
    @Test
    @Order(4)
    void a_frozen_database_keeps_no_file_from_those_who_are_signed_in() throws Exception {
        assumeThat(Path.of("target/classes/META-INF/VAADIN/webapp/index.html")).exists();
        TestPortal browser = TestPortal.at("http://127.0.0.1:" + portal.port());
        browser.signIn("admin", "a password of operations");
        List<String> files = new ArrayList<>(List.of(
                "/themes/portico/tokens.css",
                "/themes/portico/favicon.svg",
                "/aura/aura.css",
                "/aura/fonts/InstrumentSans/InstrumentSans.woff2"));
        try (Stream<Path> built = Files.list(Path.of("target/classes/META-INF/VAADIN/webapp/VAADIN/build"))) {
            built.map(file -> "/VAADIN/build/" + file.getFileName())
                    .filter(file -> file.endsWith(".js") || file.endsWith(".css"))
                    .limit(3)
                    .forEach(files::add);
        }
        List<ProcessHandle> frozen = portal.postgres();
        PortalProcess.signal("STOP", frozen);
        try {
            for (int round = 0; round < 3; round++) {
                for (String file : files) {
                    for (Map<String, String> headers :
                            List.of(Map.<String, String>of(), Map.of("Authorization", "Bearer not-looked-up"))) {
                        long begun = System.nanoTime();
                        assertThat(browser.send("GET", file, "", headers).statusCode())
                                .as(file)
                                .isEqualTo(200);
                        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                                .as(file)
                                .isLessThan(Duration.ofSeconds(1));
                    }
                }
                int page = browser.get("/catalog").statusCode();
                assertThat(page).as("a page that needs the database, at last").isIn(200, 503);
            }
        } finally {
            PortalProcess.signal("CONT", frozen);
        }
        Eventually.passes(RECOVERY, () -> assertThat(
                        send(request("/api/portico/accounts", TOKEN)).statusCode())
                .isEqualTo(200));
    }

    @Test
    @Order(5)
    void a_killed_portal_finds_its_data_and_stops_the_server_it_left_behind() throws Exception {
        long left = portal.postgres().getFirst().pid();
        int port = portal.port();
        portal.kill();
        assertThat(ProcessHandle.of(left)).isPresent();
        Files.move(HOME.resolveSibling("home.log"), HOME.resolveSibling("killed.log"));
        portal = begin(port).ready();
        assertThat(ProcessHandle.of(left)).isEmpty();
        assertThat(portal.postgres().getFirst().pid()).isNotEqualTo(left);
        assertThat(send(request("/api/portico/me", TOKEN)).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void the_server_in_use_keeps_the_data_of_the_home() throws Exception {
        Path data = HOME.resolve("postgres/data");
        String password =
                Files.readString(HOME.resolve("postgres/superuser.password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:"
                + Files.readString(HOME.resolve("postgres/port")).strip() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            assertThat(Path.of(row.getString(1)).toRealPath()).isEqualTo(data.toRealPath());
        }
    }

    @Test
    @Order(7)
    void the_portal_ends_within_five_seconds_and_takes_its_database_along() throws Exception {
        ProcessHandle process = ProcessHandle.of(portal.pid()).orElseThrow();
        List<ProcessHandle> servers = portal.postgres();
        long begun = System.nanoTime();
        process.destroy();
        Eventually.holds(RECOVERY, "the portal ended", () -> !process.isAlive());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(took).isLessThan(RECOVERY);
        assertThat(HOME.resolve("postgres/data/postmaster.pid")).doesNotExist();
        // The system takes ended processes off its table when it comes to it.
        Eventually.holds(Duration.ofSeconds(30), "its database ended", () -> servers.stream()
                .noneMatch(ProcessHandle::isAlive));
    }

    private static Map<String, HttpRequest.Builder> everyKindOfRequest() {
        Map<String, HttpRequest.Builder> requests = new LinkedHashMap<>();
        requests.put("list by REST", request("/api/portico/sources", TOKEN));
        requests.put("one entity by REST", request("/api/portico/entities/component/default/none", TOKEN));
        requests.put("list of accounts", request("/api/portico/accounts", TOKEN));
        requests.put("write by REST", json(request("/api/portico/sources", TOKEN), "POST", "{\"name\":\"\"}"));
        requests.put(
                "push of descriptors",
                json(request("/api/portico/sources/operations/descriptors", TOKEN), "PUT", "[]"));
        requests.put(
                "sign-in",
                request("/login", "")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=admin&password=wrong")));
        if (Files.exists(Path.of("target/classes/META-INF/VAADIN/webapp/index.html"))) {
            requests.put("memory: page of the sign-in", request("/login", ""));
        }
        requests.put("memory: health", request("/actuator/health", ""));
        return requests;
    }

    /// A token as people make them, which is looked up in the database.
    private static String madeToken() throws Exception {
        HttpRequest.Builder request = json(
                request("/api/portico/tokens", TOKEN),
                "POST",
                "{\"name\": \"made\", \"service\": true, \"roles\": [\"engineer\"], \"days\": 1}");
        return json(send(request).body()).path("text").asString();
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, String method, String body) {
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    /// Sends them all at once.
    private static Map<String, Answer> answers(Map<String, HttpRequest.Builder> requests) throws Exception {
        Map<String, Future<Answer>> sent = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            requests.forEach((what, request) -> sent.put(what, threads.submit(() -> {
                long begun = System.nanoTime();
                int status = send(request).statusCode();
                return new Answer(status, Duration.ofNanos(System.nanoTime() - begun));
            })));
            Map<String, Answer> answers = new LinkedHashMap<>();
            for (Map.Entry<String, Future<Answer>> entry : sent.entrySet()) {
                answers.put(entry.getKey(), entry.getValue().get());
            }
            return answers;
        }
    }

    private record Answer(int status, Duration took) {}

    private static PortalProcess begin(int port) throws IOException {
        return PortalProcess.start(
                port,
                HOME,
                Map.of(
                        "PORTICO_ADMIN_TOKEN", TOKEN,
                        "PORTICO_ADMIN_PASSWORD", "a password of operations",
                        "SPRING_PROFILES_ACTIVE", "production"));
    }

    private static HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + portal.port() + path))
                .timeout(Duration.ofSeconds(20));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String get(String path, String token) throws Exception {
        return send(request(path, token)).body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
