package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import dev.portico.outbound.internal.LoopbackServer;
import dev.portico.secrets.SecretValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlSourceReaderTest extends SourceReaderContract {

    private static final String TOKEN = "source.127.0.0.1";

    @TempDir
    Path home;

    private final LoopbackServer server = new LoopbackServer();
    private final LoopbackServer other = new LoopbackServer();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicInteger bodies = new AtomicInteger();

    @BeforeEach
    void serve() {
        server.on("/repo/", this::answer);
    }

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    @Override
    SourceReaders readers() {
        return SourceFixture.readers(
                home,
                name -> name.equals(TOKEN) ? Optional.of(SecretValue.of("hunter2")) : Optional.empty(),
                server.hostAndPort(),
                other.hostAndPort());
    }

    @Override
    SourceTarget target() {
        return SourceTarget.of("url", server.url("/repo/catalog-info.yaml"));
    }

    @Override
    SourceTarget missing() {
        return SourceTarget.of("url", server.url("/repo/none.yaml"));
    }

    @Override
    List<String> roots() {
        return List.of("catalog-info.yaml");
    }

    @Override
    String outside() {
        return "file:///etc/passwd";
    }

    @Override
    void write(String path, byte[] content) {
        files.put("/repo/" + path, content);
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        Map<String, String> known = known();
        int before = bodies.get();

        try (SourceReading reading = open(known)) {
            SourceFile file = SourceFixture.only(reading);
            assertThat(file.unchanged()).isTrue();
            assertThat(file.fingerprint()).isEqualTo(known.get(file.location()));
        }
        assertThat(bodies.get() - before).isZero();
    }

    @Test
    void what_a_placeholder_took_in_is_not_sent_again_either() {
        write("api.txt", bytes("the first text"));
        Map<String, String> known = new HashMap<>(known());
        try (SourceReading reading = open(Map.of())) {
            SourceFile file = SourceFixture.only(reading);
            String print = reading.dependency(file, "./api.txt").fingerprint();
            known.put(SourceReading.knownAs(file.location(), "./api.txt"), print);
        }
        int before = bodies.get();

        try (SourceReading reading = open(known)) {
            SourceFile file = SourceFixture.only(reading);
            assertThat(reading.dependency(file, "./api.txt").fingerprint())
                    .isEqualTo(known.get(SourceReading.knownAs(file.location(), "./api.txt")));
            assertThat(bodies.get() - before).isZero();

            write("api.txt", bytes("another text"));
            assertThat(reading.dependency(file, "./api.txt").fingerprint())
                    .isNotEqualTo(known.get(SourceReading.knownAs(file.location(), "./api.txt")));
        }
    }

    @Test
    void a_file_is_asked_for_once() {
        int before = server.requests().size();
        try (SourceReading reading = open(Map.of())) {
            SourceFile file = SourceFixture.only(reading);
            assertThat(file.unchanged()).isFalse();
            assertThat(file.fingerprint()).isNotEmpty();
            assertThat(file.bytes()).isNotEmpty();
        }
        assertThat(server.requests().size() - before).isEqualTo(1);
    }

    @Test
    void a_server_without_marks_is_compared_by_content() {
        server.on("/plain", exchange -> LoopbackServer.answer(exchange, 200, bytes("kind: API")));
        SourceTarget plain = SourceTarget.of("url", server.url("/plain"));
        Map<String, String> known;
        try (SourceReading reading = readers().open(plain, Map.of())) {
            known = SourceFixture.fingerprints(reading);
        }
        try (SourceReading reading = readers().open(plain, known)) {
            assertThat(SourceFixture.unchanged(reading)).containsValue(true);
        }
    }

    @Test
    void a_mark_that_changes_without_the_content_changes_nothing() {
        AtomicInteger version = new AtomicInteger();
        server.on("/restless", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"" + version.incrementAndGet() + "\"");
            LoopbackServer.answer(exchange, 200, bytes("kind: API"));
        });
        SourceTarget restless = SourceTarget.of("url", server.url("/restless"));
        Map<String, String> known;
        try (SourceReading reading = readers().open(restless, Map.of())) {
            known = SourceFixture.fingerprints(reading);
        }
        try (SourceReading reading = readers().open(restless, known)) {
            SourceFile file = SourceFixture.only(reading);
            assertThat(file.unchanged()).isTrue();
            assertThat(file.fingerprint()).isNotEqualTo(known.get(file.location()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORISED",
        "403, UNAUTHORISED",
        "404, MISSING",
        "410, MISSING",
        "429, UNREACHABLE",
        "500, UNREACHABLE",
        "503, UNREACHABLE",
        "418, BROKEN"
    })
    void a_status_says_what_is_wrong(int status, Reason reason) {
        server.on("/status", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            LoopbackServer.answer(exchange, status, bytes("no"));
        });

        assertUnreadable(reason, () -> read(SourceTarget.of("url", server.url("/status"))));
    }

    @Test
    void a_web_page_is_no_descriptor() {
        server.on("/login", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            LoopbackServer.answer(exchange, 200, bytes("<html>Please sign in"));
        });

        assertUnreadable(Reason.BROKEN, () -> read(SourceTarget.of("url", server.url("/login"))));
    }

    @Test
    void an_address_inside_is_refused() {
        assertUnreadable(Reason.REFUSED, () -> read(SourceTarget.of("url", "http://169.254.169.254/latest/meta-data")));
    }

    @Test
    void a_credential_goes_to_the_host_of_the_source_and_to_no_other() {
        other.on("/", exchange -> LoopbackServer.answer(exchange, 200, bytes("kind: API")));

        try (SourceReading reading = readers().open(target().withSecret(TOKEN), Map.of())) {
            SourceFile root = SourceFixture.only(reading);
            root.bytes();
            reading.follow(root, "url", "./more/one.yaml").getFirst().bytes();
            reading.follow(root, "url", other.url("/one.yaml")).getFirst().bytes();
        }

        assertThat(server.requests()).hasSize(2).allSatisfy(request -> assertThat(
                        request.headers().getFirst("Authorization"))
                .isEqualTo("Bearer hunter2"));
        assertThat(other.requests()).singleElement().satisfies(request -> assertThat(request.headers())
                .doesNotContainKey("Authorization"));
    }

    @Test
    void a_credential_that_is_not_there_is_said_so() {
        assertUnreadable(Reason.UNAUTHORISED, () -> read(target().withSecret("source.127.0.0.1_lost")));
    }

    @Test
    void a_placeholder_stays_on_its_host() {
        other.on("/", exchange -> LoopbackServer.answer(exchange, 200, bytes("elsewhere")));
        try (SourceReading reading = open(Map.of())) {
            SourceFile root = SourceFixture.only(reading);

            assertThat(reading.dependency(root, server.url("/repo/a/openapi.json"))
                            .bytes())
                    .asString()
                    .isEqualTo("{}");
            assertUnreadable(Reason.REFUSED, () -> reading.dependency(root, other.url("/")));
        }
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void a_pattern_cannot_be_followed_by_url() {
        try (SourceReading reading = open(Map.of())) {
            SourceFile root = SourceFixture.only(reading);
            assertUnreadable(Reason.REFUSED, () -> reading.follow(root, "url", "./*/catalog-info.yaml"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "github, /acme/shop/blob/main/dir/a.yaml, /acme/shop/raw/main/dir/a.yaml,"
                + " /api/v3/repos/acme/shop/contents/dir/a.yaml?ref=main",
        "gitlab, /acme/core/shop/-/blob/main/dir/a.yaml, /acme/core/shop/-/raw/main/dir/a.yaml,"
                + " /api/v4/projects/acme%2Fcore%2Fshop/repository/files/dir%2Fa.yaml/raw?ref=main",
        "bitbucket, /acme/shop/src/main/dir/a.yaml, /acme/shop/raw/main/dir/a.yaml,"
                + " /2.0/repositories/acme/shop/src/main/dir/a.yaml",
        "gitea, /acme/shop/src/branch/main/dir/a.yaml, /acme/shop/raw/branch/main/dir/a.yaml,"
                + " /api/v1/repos/acme/shop/raw/dir/a.yaml?ref=main"
    })
    void a_file_of_a_known_git_host_is_fetched_where_that_has_its_content(
            String kind, String shown, String raw, String api) {
        server.on("/", exchange -> LoopbackServer.answer(exchange, 200, bytes("kind: API")));
        SourceSettings settings = SourceFixture.settings(Map.of(server.hostAndPort(), kind));
        SourceReaders readers = SourceFixture.readers(
                settings, home, name -> Optional.of(SecretValue.of("hunter2")), server.hostAndPort());
        SourceTarget target = SourceTarget.of("url", server.url(shown));

        for (SourceTarget each : List.of(target, target.withSecret(TOKEN))) {
            try (SourceReading reading = readers.open(each, Map.of())) {
                SourceFile file = SourceFixture.only(reading);
                file.bytes();
                assertThat(file.location()).isEqualTo("url:" + server.url(shown));
            }
        }

        assertThat(server.requests()).extracting(LoopbackServer.Request::path).containsExactly(raw, api);
        assertThat(server.requests().getFirst().headers()).doesNotContainKey("Authorization");
        assertThat(server.requests().getLast().headers().getFirst("Authorization"))
                .isEqualTo("Bearer hunter2");
    }

    private void read(SourceTarget target) {
        try (SourceReading reading = readers().open(target, Map.of())) {
            SourceFixture.only(reading).bytes();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] content = files.get(exchange.getRequestURI().getPath());
        if (content == null) {
            LoopbackServer.answer(exchange, 404, new byte[0]);
            return;
        }
        String etag = "W/\"" + Fingerprints.sha256(content).substring(7, 20) + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            LoopbackServer.answer(exchange, 304, new byte[0]);
            return;
        }
        bodies.incrementAndGet();
        LoopbackServer.answer(exchange, 200, content);
    }
}
