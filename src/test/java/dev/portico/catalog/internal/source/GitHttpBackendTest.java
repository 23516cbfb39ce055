package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.portico.outbound.internal.LoopbackServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Git's own HTTP server, with protocol version 2, where Git is installed.
class GitHttpBackendTest {

    private static final Path PROGRAM = Path.of("/usr/lib/git-core/git-http-backend");

    @TempDir
    Path folder;

    private final LoopbackServer server = new LoopbackServer();

    @BeforeEach
    void serve() {
        assumeTrue(Files.isExecutable(PROGRAM), "git http-backend is not installed");
        server.on("/", this::run);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_repository_is_read_by_protocol_version_2_and_followed_as_it_grows() throws Exception {
        SourceReaders readers =
                SourceFixture.readers(folder.resolve("home"), name -> Optional.empty(), server.hostAndPort());
        SourceTarget target = SourceTarget.of("git", server.url("/shop.git"));
        try (GitFixture git = new GitFixture(folder.resolve("shop.git"))) {
            for (int i = 1; i <= 3; i++) {
                git.commit("catalog-info.yaml", ("kind: Component # " + i).getBytes(StandardCharsets.UTF_8));
                try (SourceReading reading = readers.open(target, Map.of())) {
                    assertThat(SourceFixture.only(reading).bytes()).asString().endsWith("# " + i);
                    assertThat(SourceFixture.only(reading).location()).endsWith("#main:catalog-info.yaml");
                }
            }
        }
        assertThat(server.requests())
                .anySatisfy(request ->
                        assertThat(request.headers().getFirst("Git-Protocol")).isEqualTo("version=2"));
    }

    private void run(HttpExchange exchange) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString());
        Map<String, String> environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", folder.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("GIT_CONFIG_COUNT", "1");
        environment.put("GIT_CONFIG_KEY_0", "safe.directory");
        environment.put("GIT_CONFIG_VALUE_0", "*");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put(
                "QUERY_STRING",
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
        header(exchange, "Content-Type").ifPresent(type -> environment.put("CONTENT_TYPE", type));
        header(exchange, "Content-Encoding").ifPresent(type -> environment.put("HTTP_CONTENT_ENCODING", type));
        header(exchange, "Git-Protocol").ifPresent(version -> environment.put("GIT_PROTOCOL", version));
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            exchange.getRequestBody().transferTo(in);
        }
        answer(exchange, process.getInputStream());
    }

    private static void answer(HttpExchange exchange, InputStream out) throws IOException {
        byte[] all = out.readAllBytes();
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        int status = 200;
        for (String line : text.substring(0, end).split("\r\n", -1)) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            if (line.startsWith("Status:")) {
                status = Integer.parseInt(value.substring(0, 3));
            } else {
                exchange.getResponseHeaders().set(line.substring(0, colon), value);
            }
        }
        LoopbackServer.answer(exchange, status, Arrays.copyOfRange(all, end + 4, all.length));
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
