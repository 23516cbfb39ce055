package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import dev.portico.outbound.internal.LoopbackServer;
import dev.portico.secrets.SecretValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteGitSourceReaderTest extends SourceReaderContract {

    @TempDir
    Path folder;

    private final LoopbackServer server = new LoopbackServer();
    private final LoopbackServer other = new LoopbackServer();
    private GitFixture git;
    private SourceReaders readers;

    @Override
    @BeforeEach
    void lay_out() throws Exception {
        git = new GitFixture(folder.resolve("shop.git"));
        readers = readers(SourceFixture.settings());
        GitServer.serve(server, "/acme/shop.git", git.repository());
        super.lay_out();
    }

    @AfterEach
    void stop() {
        server.close();
        other.close();
        git.close();
    }

    @Override
    SourceReaders readers() {
        return readers;
    }

    @Override
    SourceTarget target() {
        return SourceTarget.of("git", server.url("/acme/shop.git"));
    }

    @Override
    SourceTarget missing() {
        return SourceTarget.of("git", server.url("/acme/none.git"));
    }

    @Override
    void write(String path, byte[] content) throws IOException {
        git.commit(path, content);
    }

    @Test
    void nothing_is_fetched_while_the_commit_stays() throws Exception {
        known();
        int fetches = fetches();
        assertThat(fetches).isEqualTo(1);

        known();
        assertThat(fetches()).isEqualTo(fetches);

        git.commit("catalog-info.yaml", bytes("kind: Component # two"));
        known();
        assertThat(fetches()).isEqualTo(fetches + 1);
    }

    @Test
    void the_history_stays_where_it_is() throws Exception {
        for (int i = 0; i < 30; i++) {
            git.commit("catalog-info.yaml", bytes("kind: Component # " + i));
        }

        try (SourceReading reading = open(Map.of())) {
            assertThat(last(reading).bytes()).asString().endsWith("29");
        }
        assertThat(cloned().resolve("shallow")).exists();
    }

    @Test
    void a_history_that_was_rewritten_is_followed() throws Exception {
        known();
        git.forgetHistory();
        git.commit("catalog-info.yaml", bytes("kind: Rewritten"));

        try (SourceReading reading = open(Map.of())) {
            assertThat(last(reading).bytes()).asString().isEqualTo("kind: Rewritten");
        }
    }

    @Test
    void a_branch_can_be_named() throws Exception {
        git.commit("feature/x", "catalog-info.yaml", FileMode.REGULAR_FILE, bytes("kind: Feature"));

        try (SourceReading reading = readers.open(target().withBranch("feature/x"), Map.of())) {
            SourceFile file = SourceFixture.only(reading);
            assertThat(file.bytes()).asString().isEqualTo("kind: Feature");
            assertThat(file.location())
                    .isEqualTo("git:" + server.url("/acme/shop.git") + "#feature/x:catalog-info.yaml");
        }
        assertUnreadable(Reason.MISSING, () -> readers.open(target().withBranch("none"), Map.of()));
        assertUnreadable(Reason.REFUSED, () -> readers.open(target().withBranch("a..b"), Map.of()));
    }

    @Test
    void a_clone_that_is_damaged_is_fetched_anew() throws Exception {
        Map<String, String> before = known();
        overwrite(".pack");
        overwrite(".idx");

        assertThat(known()).isEqualTo(before);
        assertThat(SourceFixture.unchanged(open(before))).doesNotContainValue(false);
    }

    @Test
    void a_clone_that_is_damaged_while_it_is_read_is_fetched_anew() throws Exception {
        try (SourceReading reading = open(Map.of())) {
            List<SourceFile> files = new java.util.ArrayList<>();
            reading.files().forEach(files::add);
            try (Stream<Path> all = Files.walk(cloned())) {
                all.filter(Files::isRegularFile).forEach(RemoteGitSourceReaderTest::delete);
            }

            assertThat(files.getLast().bytes()).asString().startsWith("kind: Component");
        }
    }

    @Test
    void a_clone_without_its_settings_is_fetched_anew() throws Exception {
        known();
        Files.writeString(cloned().resolve("config"), "[core\n\u0000 nonsense");
        Files.writeString(cloned().resolve("HEAD"), "nonsense");

        assertThat(known()).hasSize(3);
    }

    @Test
    void a_credential_goes_to_the_host_of_the_repository_and_to_no_other() {
        server.on(
                "/moved.git",
                exchange -> LoopbackServer.redirect(
                        exchange, other.url("/acme/shop.git/info/refs?service=git-upload-pack")));
        GitServer.serve(other, "/acme/shop.git", git.repository());

        try (SourceReading reading = readers.open(
                SourceTarget.of("git", server.url("/moved.git")).withSecret("source.127.0.0.1_git"), Map.of())) {
            assertThat(last(reading).bytes()).isNotEmpty();
        }

        String basic = Base64.getEncoder().encodeToString("x-access-token:hunter2".getBytes(StandardCharsets.UTF_8));
        assertThat(server.requests()).isNotEmpty().allSatisfy(request -> assertThat(
                        request.headers().getFirst("Authorization"))
                .isEqualTo("Basic " + basic));
        assertThat(other.requests()).isNotEmpty().allSatisfy(request -> assertThat(request.headers())
                .doesNotContainKey("Authorization"));
    }

    @Test
    void a_redirect_inside_is_refused() {
        server.on(
                "/moved.git",
                exchange -> LoopbackServer.redirect(
                        exchange, "http://169.254.169.254/shop.git/info/refs?service=git-upload-pack"));

        assertUnreadable(
                Reason.REFUSED, () -> readers.open(SourceTarget.of("git", server.url("/moved.git")), Map.of()));
    }

    @Test
    void an_address_inside_is_refused() {
        for (String url :
                List.of("http://169.254.169.254/a.git", "https://10.0.0.1/a.git", "https://localhost/a.git")) {
            assertUnreadable(Reason.REFUSED, () -> readers.open(SourceTarget.of("git", url), Map.of()));
        }
    }

    @Test
    void statuses_say_what_is_wrong() {
        server.on("/private.git", exchange -> {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
            LoopbackServer.answer(exchange, 401, new byte[0]);
        });
        server.on("/busy.git", exchange -> LoopbackServer.answer(exchange, 503, new byte[0]));
        server.on("/page.git", exchange -> LoopbackServer.answer(exchange, 200, bytes("<html>")));

        assertUnreadable(Reason.UNAUTHORISED, () -> openAt("/private.git"));
        assertUnreadable(Reason.UNREACHABLE, () -> openAt("/busy.git"));
        assertUnreadable(Reason.REFUSED, () -> openAt("/page.git"));
    }

    @Test
    void an_advertisement_that_is_nonsense_is_no_bug() {
        server.on("/odd.git", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-advertisement");
            LoopbackServer.answer(exchange, 200, bytes("001e# service=git-upload-pack\n0000zzzz../../etc"));
        });
        server.on("/hostile.git", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-advertisement");
            String ref = "1".repeat(40) + " refs/heads/../../../../etc/cron.d/x\0symref=HEAD:refs/heads/../x\n";
            String line = String.format("%04x%s", ref.length() + 4, ref);
            LoopbackServer.answer(exchange, 200, bytes("001e# service=git-upload-pack\n0000" + line + "0000"));
        });

        assertUnreadable(Reason.BROKEN, () -> openAt("/odd.git"));
        assertUnreadable(Reason.MISSING, () -> openAt("/hostile.git"));
    }

    @Test
    void a_repository_that_is_too_large_leaves_nothing_behind() throws Exception {
        byte[] noise = new byte[5_000_000];
        new Random(1).nextBytes(noise);
        git.commit("noise", noise);

        assertUnreadable(Reason.TOO_LARGE, () -> open(Map.of()));

        assertThat(folder.resolve("home/git")).isEmptyDirectory();
    }

    @Test
    void a_server_that_is_away_is_a_passing_failure_and_the_clone_stays() throws Exception {
        known();
        Path clone = cloned();
        server.close();

        assertUnreadable(Reason.UNREACHABLE, () -> open(Map.of()));
        assertThat(clone).exists();
    }

    @Test
    void two_sources_of_one_repository_read_one_after_the_other() throws Exception {
        SourceReading first = open(Map.of());
        Thread second = Thread.ofVirtual().start(this::known);
        assertThat(second.join(Duration.ofMillis(100))).isFalse();

        first.close();
        assertThat(second.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void a_repository_of_a_known_host_is_named_as_its_host_shows_it() {
        SourceSettings settings = SourceFixture.settings(Map.of(server.hostAndPort(), "github"));
        try (SourceReading reading = readers(settings).open(target(), Map.of())) {
            SourceFile file = SourceFixture.only(reading);
            String repository = server.url("/acme/shop");

            assertThat(file.location()).isEqualTo("url:" + repository + "/blob/main/a-b/catalog-info.yaml");
            assertThat(file.viewUrl()).hasValue(repository + "/blob/main/a-b/catalog-info.yaml");
            assertThat(file.editUrl()).hasValue(repository + "/edit/main/a-b/catalog-info.yaml");
            assertThat(file.sourceLocation()).hasValue("url:" + repository + "/tree/main/a-b/");
            assertThat(reading.follow(file, "url", repository + "/blob/main/more/one.yaml")
                            .getFirst()
                            .bytes())
                    .asString()
                    .isEqualTo("kind: API");
            assertThat(reading.dependency(file, repository + "/blob/main/a/openapi.json")
                            .bytes())
                    .asString()
                    .isEqualTo("{}");
        }
        assertThat(server.requests())
                .allSatisfy(request -> assertThat(request.path()).startsWith("/acme/shop.git/"));
    }

    private SourceReaders readers(SourceSettings settings) {
        return SourceFixture.readers(
                settings,
                folder.resolve("home"),
                name -> Optional.of(SecretValue.of("hunter2")),
                server.hostAndPort(),
                other.hostAndPort());
    }

    private void openAt(String path) {
        readers.open(SourceTarget.of("git", server.url(path)), Map.of()).close();
    }

    private int fetches() {
        return (int) server.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    private Path cloned() throws IOException {
        try (Stream<Path> clones = Files.list(folder.resolve("home/git"))) {
            return clones.findFirst().orElseThrow();
        }
    }

    private void overwrite(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(cloned())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                assertThat(file.toFile().setWritable(true)).isTrue();
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
