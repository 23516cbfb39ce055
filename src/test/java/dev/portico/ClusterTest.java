package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The profile `cluster` of docker-compose.yml without containers: two portals in JVMs of their own, on one PostgreSQL,
/// behind this machine's nginx with the project's configuration.
@Alone
final class ClusterTest {

    private static final String PASSWORD = "correct horse battery staple";

    @TempDir
    private Path folder;

    @Test
    void people_stay_on_their_node_and_go_on_at_another_when_it_ends() throws Exception {
        Optional<Path> program = Nginx.program();
        assumeTrue(program.isPresent(), "skipped, since there is no nginx here (Debian: apt-get install nginx-light)");
        List<Integer> ports = freePorts(4);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Nginx nginx = Nginx.start(
                        program.get(),
                        folder.resolve("nginx"),
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3));
                PortalProcess first = start(ports.get(2), postgres, nginx);
                PortalProcess second = start(ports.get(3), postgres, nginx);
                Browser browser = Browser.start()) {
            first.ready();
            second.ready();
            assertThat(healthy(first)).isZero();
            assertThat(sentTo("http://127.0.0.1:" + ports.get(1) + "/x"))
                    .startsWith("https://")
                    .endsWith(":" + ports.get(0) + "/x");

            Page page = browser.page();
            List<String> sockets = new ArrayList<>();
            page.onWebSocket((WebSocket socket) -> sockets.add(socket.url()));
            signIn(page, nginx);
            assertCatalog(page);
            assertThat(page.context().cookies())
                    .filteredOn(
                            cookie -> List.of("portico_node", "PORTICO_SESSION").contains(cookie.name))
                    .hasSize(2)
                    .allMatch((Cookie cookie) -> cookie.secure && cookie.httpOnly);
            assertThat(sockets)
                    .isNotEmpty()
                    .allMatch(socket -> socket.startsWith(nginx.address().replace("https:", "wss:")));
            Set<String> nodes = nginx.nodes();
            assertThat(nodes).hasSize(1);

            PortalProcess own = nodes.contains(String.valueOf(first.port())) ? first : second;
            PortalProcess other = own == first ? second : first;
            own.kill();
            assertThat(healthy(own)).isNotZero();
            signIn(page, nginx);
            assertCatalog(page);
            assertThat(nginx.nodes()).contains(String.valueOf(other.port()));
        }
    }

    private PortalProcess start(int port, EmbeddedPostgres postgres, Nginx nginx) throws IOException {
        Path descriptor = Files.writeString(folder.resolve("catalog-info.yaml"), """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: fare-engine
                spec:
                  type: service
                  lifecycle: production
                  owner: revenue
                """);
        return PortalProcess.start(
                port,
                folder.resolve("portal-" + port),
                Map.of(
                        "PORTICO_BASE_URL",
                        nginx.address(),
                        "PORTICO_FORWARDED_HEADERS",
                        "native",
                        "PORTICO_DATABASE_URL",
                        "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                        "PORTICO_DATABASE_USER",
                        "postgres",
                        "PORTICO_DATABASE_PASSWORD",
                        "postgres",
                        "PORTICO_SECRET_KEY",
                        "0123456789abcdef0123456789abcdef",
                        "PORTICO_ADMIN_PASSWORD",
                        PASSWORD,
                        "PORTICO_OBJECTS",
                        folder.resolve("objects").toString(),
                        "PORTICO_CATALOG_LOCATIONS",
                        descriptor.toString()));
    }

    private static void signIn(Page page, Nginx nginx) {
        page.navigate(nginx.address() + "/catalog");
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private static void assertCatalog(Page page) throws Exception {
        page.waitForURL("**/catalog*");
        Eventually.passes(Duration.ofMinutes(1), () -> {
            page.reload();
            assertThat(page.getByText("fare-engine").first()).isVisible();
        });
    }

    /// What the image's health check says of the portal.
    private static int healthy(PortalProcess portal) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("deploy/healthy").redirectErrorStream(true);
        builder.environment().put("PORTICO_PORT", String.valueOf(portal.port()));
        Process process = builder.start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String sentTo(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElse("");
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ServerSocket socket = new ServerSocket(0);
            sockets.add(socket);
            ports.add(socket.getLocalPort());
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }
}
