package dev.portico.bench;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A portal in a process of its own, on a free port of loopback, with an empty database.
final class ServedPortal implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(20);
    /// The cookie of a browser that is signed in.
    static final String SESSION_COOKIE = "PORTICO_SESSION";

    private static final String PERSON = "bench-engineer";
    private static final String PASSWORD = "four plain words here";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*content=\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final String ADMIN = "bench-admin-token-of-forty-characters-00";
    private static final double CLOCK_TICKS_A_SECOND = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Process process;
    private final Path log;

    private ServedPortal(int port, Process process, Path log) {
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /// Starts a portal that reads a made company, and returns when its index holds all of it.
    ///
    /// @param application the class that starts it
    /// @param folder      where everything is put
    /// @param heap        the most memory it takes for objects, as the JVM reads it
    static ServedPortal filled(Class<?> application, Path folder, int entities, String heap) throws IOException {
        new MadeCompany(entities).write(folder.resolve("made"));
        Map<String, String> environment = Map.of("PORTICO_CATALOG_LOCATIONS", folder.resolve("made") + "/*.yaml");
        ServedPortal portal = start(application, folder.resolve("home"), heap, environment);
        try {
            portal.await("filled", () -> portal.readable() == entities);
            return portal;
        } catch (IOException | RuntimeException failed) {
            portal.close();
            throw failed;
        }
    }

    private static ServedPortal start(Class<?> application, Path home, String heap, Map<String, String> environment)
            throws IOException {
        int port = freePort();
        Path log = home.resolveSibling(home.getFileName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                application.getName(),
                "serve",
                "--empty"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTICO_"));
        builder.environment().putAll(environment);
        builder.environment().put("PORTICO_HOME", home.toString());
        builder.environment().put("PORTICO_PORT", Integer.toString(port));
        builder.environment().put("PORTICO_ADMIN_TOKEN", ADMIN);
        ServedPortal portal = new ServedPortal(port, builder.start(), log);
        portal.await("ready", () -> portal.status("/actuator/health/readiness") == 200);
        return portal;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    int port() {
        return port;
    }

    /// Waits for something.
    void await(String what, Condition condition) throws IOException {
        long until = System.nanoTime() + START.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new IllegalStateException("The portal is not " + what + ":\n" + lastOutput());
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /// A token that reads what is labelled public, and nothing else.
    String conditionalToken(String name) throws IOException {
        return post("/api/portico/tokens", Map.of("name", name, "service", true, "roles", Set.of("guest"), "days", 1))
                .path("text")
                .asString();
    }

    /// Makes the engineer who signs in.
    void person() throws IOException {
        post(
                "/api/portico/accounts",
                Map.of("name", PERSON, "displayName", "Jo", "roles", Set.of("engineer"), "password", PASSWORD));
    }

    /// Signs the engineer in once more.
    ///
    /// @return what the cookie of that session says
    String signIn() throws IOException {
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            URI login = URI.create("http://localhost:" + port + "/login");
            String page = sent(browser, HttpRequest.newBuilder(login).GET()).body();
            Matcher token = TOKEN.matcher(page);
            Expectation.check(token.find(), "the sign-in page has a token", page);
            String form = "username=" + PERSON + "&password=" + PASSWORD.replace(' ', '+') + "&_csrf=" + token.group(1);
            HttpResponse<String> answer = sent(
                    browser,
                    HttpRequest.newBuilder(login)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form)));
            Expectation.check(answer.statusCode() == 302, "the engineer is signed in", answer.body());
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(SESSION_COOKIE))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The sign-in gave no session"));
        }
    }

    /// The bytes of what is alive on the heap, after a full collection. Takes the JDK's `jcmd`.
    long liveBytes() throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(histogram);
        Expectation.check(total.find(), "jcmd counts what is alive", histogram);
        return Long.parseLong(total.group(1));
    }

    /// What the process wrote that speaks of memory it did not get.
    List<String> outOfMemory() throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("OutOfMemoryError"))
                .toList();
    }

    private long readable() throws IOException {
        return get("/api/portico/entities?limit=0").path("readable").asLong();
    }

    private JsonNode get(String path) throws IOException {
        return JsonMapper.shared().readTree(sent(request(path).GET()).body());
    }

    private JsonNode post(String path, Object body) throws IOException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
        HttpResponse<String> response = sent(request);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException("POST " + path + " answered " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    /// The CPU time that the process has used so far, in milliseconds.
    double cpuMillis() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1_000 / CLOCK_TICKS_A_SECOND;
    }

    /// The memory of the process that is in RAM, in megabytes.
    double residentMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.split("\\s+", -1)[1]) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private int status(String path) {
        try {
            return sent(request(path).GET()).statusCode();
        } catch (IOException away) {
            return 0;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + ADMIN);
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws IOException {
        return sent(http, request);
    }

    private static HttpResponse<String> sent(HttpClient client, HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for the portal", e);
        }
    }

    private String lastOutput() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Something to wait for.
    interface Condition {
        boolean holds() throws IOException;
    }
}
