package dev.portico.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.RawRequest;
import dev.portico.RawRequest.Answer;
import dev.portico.TestPortal;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What the portal answers to requests that no browser at the portal's own address would send.
@PorticoTest
class DoorTest {

    private static final String EVIL = "evil2.example";

    private final TestPortal portal;
    private final int port;

    @Autowired
    DoorTest(ApplicationContext context) {
        this.portal = TestPortal.of(context);
        this.port = URI.create(portal.address()).getPort();
    }

    @Test
    void a_push_connection_opens_for_pages_of_the_portal_alone() throws Exception {
        portal.signIn("admin", TestPortal.ADMIN_PASSWORD);

        assertThat(handshake("localhost:" + port, "http://localhost:" + port)).isEqualTo(101);
        assertThat(handshake("127.0.0.1:" + port, "http://127.0.0.1:" + port)).isEqualTo(101);
        for (String foreign : List.of(
                "http://evil.example",
                "http://evil.example:" + port,
                "null",
                "",
                "http://localhost",
                "http://localhost:1",
                "https://localhost:" + port,
                "http://localhost.evil.example:" + port,
                "http://127.0.0.1:" + port,
                "file://",
                "no origin at all")) {
            assertThat(handshake("localhost:" + port, foreign)).as(foreign).isEqualTo(403);
        }
        // A foreign name that points here.
        assertThat(handshake("evil.example:" + port, "http://evil.example:" + port))
                .isEqualTo(403);
        assertThat(upgrade("localhost:" + port).send().status()).isEqualTo(403);
    }

    @Test
    void an_idle_connection_is_kept_for_longer_than_proxies_keep_theirs() throws IOException {
        Answer answer = RawRequest.to(portal, "GET /actuator/health")
                .header("Connection", "keep-alive")
                .send();

        assertThat(answer.header("Keep-Alive")).isEqualTo("timeout=75");
    }

    private int handshake(String host, String origin) throws IOException {
        return upgrade(host).header("Origin", origin).send().status();
    }

    private RawRequest upgrade(String host) {
        return RawRequest.to(portal, "GET /VAADIN/push?v-r=push&v-uiId=0")
                .host(host)
                .header("Cookie", "PORTICO_SESSION=" + portal.cookie("PORTICO_SESSION"))
                .header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    @Test
    void no_redirect_follows_the_host_that_a_request_claims() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String path : List.of(
                "/",
                "/catalog",
                "/catalog/",
                "/login/",
                "/admin/roles?tab=1",
                "/nowhere",
                "/oauth2/authorization/away")) {
            Answer answer = RawRequest.to(portal, "GET " + path).host(EVIL).send();
            String location = answer.header("Location");
            if (answer.text().contains(EVIL) || (answer.status() / 100 == 3 && !location.startsWith("/"))) {
                wrong.add(path + " leads to " + location);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(RawRequest.to(portal, "GET /").host(EVIL).send().header("Location"))
                .isEqualTo("/login");
    }

    @Test
    void nor_does_the_one_after_signing_in() throws Exception {
        TestPortal browser = TestPortal.at(portal.address());
        String token = browser.csrfToken();
        String session = "PORTICO_SESSION=" + browser.cookie("PORTICO_SESSION");
        Answer asked = RawRequest.to(portal, "GET /catalog?kind=[api]")
                .host(EVIL)
                .header("Cookie", session)
                .send();
        assertThat(asked.header("Location")).isEqualTo("/login");

        String form = "username=admin&password=" + TestPortal.ADMIN_PASSWORD.replace(' ', '+') + "&_csrf=" + token;
        java.net.http.HttpResponse<String> answer = browser.send(
                "POST", "/login", form, java.util.Map.of("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(answer.headers().firstValue("Location").orElse(""))
                .startsWith("/")
                .doesNotContain(EVIL);
    }

    @Test
    void a_path_names_no_host() {
        assertThat(OwnRedirects.path("http://a.example//b.example/x", "http://a.example"))
                .isEqualTo("/b.example/x");
        assertThat(OwnRedirects.path("http://a.example.b/x", "http://a.example"))
                .isEqualTo("http://a.example.b/x");
        assertThat(OwnRedirects.path("http://a.example:81/x", "http://a.example"))
                .isEqualTo("http://a.example:81/x");
        assertThat(OwnRedirects.path("HTTP://A.example?x", "http://a.example")).isEqualTo("/?x");
        assertThat(OwnRedirects.path("http://a.example", "http://a.example")).isEqualTo("/");
    }

    @Test
    void what_the_server_refuses_by_itself_is_a_problem_document_with_the_strict_headers() throws Exception {
        String many = IntStream.range(0, 1500).mapToObj(i -> "where=a=" + i).collect(Collectors.joining("&"));
        List<String> wrong = new ArrayList<>();
        for (String line : List.of(
                "GET /api/portico/search?" + many,
                "GET /api/portico/entities/a%2fb",
                "GET /api/portico/entities;x=1",
                "GET /api/portico/<x>",
                "GET /\u0001",
                "CONNECT localhost:80",
                "TRACE /api/portico/entities",
                "FOO /api/portico/entities")) {
            Answer answer = ask(line);
            if (!answer.header("Content-Type").startsWith("application/problem+json")
                    || !answer.body().contains("\"code\":\"refused-" + answer.status())
                    || !strict(answer)) {
                wrong.add(line.substring(0, Math.min(60, line.length())) + ": " + answer.text());
            }
        }
        assertThat(wrong).isEmpty();
        Answer page = ask("GET /catalog;x=1");
        assertThat(page.body()).contains("Bad Request").doesNotContain("Tomcat");
        assertThat(strict(page)).isTrue();
    }

    @Test
    void backstages_paths_answer_in_backstages_form_and_name_the_method() throws Exception {
        Answer trace = ask("TRACE /api/catalog/entities");
        assertThat(trace.status()).isEqualTo(405);
        assertThat(trace.body())
                .contains("\"name\":\"MethodNotAllowedError\"", "\"method\":\"TRACE\"", "\"url\":\"/entities\"");
        Answer unknown = ask("FOO /api/catalog/entities");
        assertThat(unknown.body())
                .contains("\"name\":\"InputError\"", "\"method\":\"FOO\"", "not written as it must be");
        assertThat(strict(trace) && strict(unknown)).isTrue();
        Answer solidus = ask("GET /api/catalog/entities/by-name/a%2fb");
        assertThat(solidus.status()).isEqualTo(400);
        assertThat(solidus.body()).contains("\"name\":\"InputError\"");
    }

    @Test
    void brackets_need_no_escape_in_a_query() throws Exception {
        assertThat(ask("GET /api/search/query?term=x&filters[kind]=Component").status())
                .isEqualTo(200);
        Answer fields = ask("GET /api/catalog/entities?fields=metadata[0]");
        assertThat(fields.status()).isEqualTo(400);
        assertThat(fields.body()).contains("\"name\":\"InputError\"", "array type fields");
    }

    private Answer ask(String line) throws IOException {
        return RawRequest.to(portal, line)
                .header("Authorization", "Bearer " + TestPortal.ADMIN_TOKEN)
                .send();
    }

    private static boolean strict(Answer answer) {
        return answer.header("Content-Security-Policy").startsWith("default-src 'none'")
                && answer.header("Content-Security-Policy").contains("frame-ancestors 'none'")
                && answer.header("X-Content-Type-Options").equals("nosniff")
                && answer.header("Cache-Control").contains("no-store");
    }
}
