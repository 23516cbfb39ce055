package dev.portico.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Chromium without a window, driven by its DevTools protocol: the one that `PORTICO_BROWSER` names, or this
/// machine's. Source of the protocol: <https://chromedevtools.github.io/devtools-protocol/>.
final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> received = new ConcurrentHashMap<>();

    private Chromium(Process process, String address) {
        this.process = process;
        this.socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
    }

    /// Starts the browser.
    ///
    /// @param folder where it keeps its profile
    static Chromium start(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                "about:blank"));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader messages = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = messages.readLine(); line != null; line = messages.readLine()) {
                int at = line.indexOf("ws://");
                if (at >= 0) {
                    return new Chromium(process, line.substring(at).strip());
                }
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("The browser " + program() + " ended before it could be asked anything");
    }

    private static String program() {
        String named = System.getenv("PORTICO_BROWSER");
        return Stream.concat(Stream.ofNullable(named), USUAL.stream())
                .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No browser was found; install Chromium, or name one in PORTICO_BROWSER"));
    }

    /// A tab of somebody who has not been here before: no cookies, an empty cache.
    ///
    /// @param script runs in each page before its own
    Tab tab(String script) {
        String person = call("", "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asString();
        String target = call(
                        "",
                        "Target.createTarget",
                        Map.of("url", "about:blank", "browserContextId", person, "width", 1440, "height", 900))
                .path("targetId")
                .asString();
        String session = call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        AtomicLong bytes = new AtomicLong();
        received.put(session, bytes);
        call(session, "Page.enable", Map.of());
        call(session, "Network.enable", Map.of());
        call(session, "Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        return new Tab(person, session, bytes);
    }

    private JsonNode call(String session, String method, Map<String, Object> parameters) {
        int number = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(number, answer);
        Map<String, Object> message = session.isEmpty()
                ? Map.of("id", number, "method", method, "params", parameters)
                : Map.of("id", number, "method", method, "params", parameters, "sessionId", session);
        synchronized (socket) {
            socket.sendText(JsonMapper.shared().writeValueAsString(message), true)
                    .join();
        }
        try {
            return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("The browser did not answer " + method + ": " + failed.getCause(), failed);
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// One tab.
    final class Tab implements AutoCloseable {

        private final String person;
        private final String session;
        private final AtomicLong bytes;

        private Tab(String person, String session, AtomicLong bytes) {
            this.person = person;
            this.session = session;
            this.bytes = bytes;
        }

        /// Has the tab send a cookie from now on.
        void cookie(String address, String name, String value) {
            call(session, "Network.setCookie", Map.of("url", address, "name", name, "value", value));
        }

        /// Goes to an address, as somebody who types it.
        void go(String address) {
            call(session, "Page.navigate", Map.of("url", address));
        }

        /// The value of an expression; of a promise, what it brings.
        JsonNode value(String expression) {
            JsonNode answer = call(
                    session,
                    "Runtime.evaluate",
                    Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
            if (answer.has("exceptionDetails")) {
                throw new IllegalStateException(
                        "The page failed: " + answer.at("/exceptionDetails/exception/description"));
            }
            return answer.at("/result/value");
        }

        /// How many bytes came over the wire so far, headers included.
        long received() {
            return bytes.get();
        }

        @Override
        public void close() {
            call("", "Target.disposeBrowserContext", Map.of("browserContextId", person));
        }
    }

    /// Puts messages together and hands answers to whoever waits for them.
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode message = JsonMapper.shared().readTree(text.toString());
                text.setLength(0);
                take(message);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void take(JsonNode message) {
            CompletableFuture<JsonNode> answer =
                    answers.remove(message.path("id").asInt(0));
            if (answer != null && message.has("error")) {
                answer.completeExceptionally(
                        new IllegalStateException(message.path("error").toString()));
            } else if (answer != null) {
                answer.complete(message.path("result"));
            } else if (message.path("method").asString("").equals("Network.loadingFinished")) {
                received.computeIfAbsent(message.path("sessionId").asString(""), session -> new AtomicLong())
                        .addAndGet(message.at("/params/encodedDataLength").asLong(0));
            }
        }
    }
}
