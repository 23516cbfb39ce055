package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// What every answer says to browsers, over every route there is: REST, actuator, views, files. Source: OWASP ASVS 5.0,
/// chapters 3.3 to 3.5, 4.1 and 14.3. See docs/operating.md for the reasons.
@PorticoTest
class HttpSweepTest {

    private static final String EVIL = "evil.example";
    private static final List<String> ORIGINS = List.of(
            "https://" + EVIL,
            "http://localhost",
            "http://localhost:1",
            "null",
            "https://localhost.evil.example",
            "file://",
            "https://portal.example.com.evil.example",
            "http://127.0.0.1",
            "HTTP://LOCALHOST",
            "https://[::1]");
    private static final List<String> FILES =
            List.of("/styles.css", "/favicon.ico", "/assets/x.svg", "/themes/x.css", "/VAADIN/x.js", "/nowhere");

    private final ApplicationContext context;
    private final List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    HttpSweepTest(ApplicationContext context, List<RequestMappingInfoHandlerMapping> mappings) {
        this.context = context;
        this.mappings = mappings;
    }

    @Test
    void every_answer_forbids_sniffing_framing_and_foreign_content() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String path : all()) {
            for (String token : List.of("", TestPortal.ADMIN_TOKEN)) {
                HttpResponse<String> answer = ask("GET", path, token, Map.of());
                wrong.addAll(wrong(path, answer));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> wrong(String path, HttpResponse<String> answer) {
        boolean program = path.startsWith("/api/") || path.startsWith("/actuator");
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        List<String> wrong = new ArrayList<>();
        if (!answer.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff")) {
            wrong.add("sniffing");
        }
        if (!policy.contains("frame-ancestors 'none'")) {
            wrong.add("framing");
        }
        if (!policy.startsWith(program ? "default-src 'none'" : "default-src 'self'") || policy.contains("*")) {
            wrong.add("policy " + policy);
        }
        if (!policy.contains(
                program ? "default-src 'none'" : "object-src 'none'; base-uri 'self'; form-action 'self'")) {
            wrong.add("objects, base or forms");
        }
        if (answer.headers().firstValue("Referrer-Policy").isEmpty()) {
            wrong.add("referrer");
        }
        if (program && !answer.headers().firstValue("Cache-Control").orElse("").contains("no-store")) {
            wrong.add("storing");
        }
        if (program && !answer.headers().allValues("Set-Cookie").isEmpty()) {
            wrong.add("a cookie");
        }
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            if (!cookie.contains("HttpOnly") || !cookie.contains("SameSite=Lax") || cookie.contains("Domain")) {
                wrong.add("cookie " + cookie);
            }
        }
        for (String header : List.of("Server", "X-Powered-By", "Access-Control-Allow-Origin")) {
            answer.headers().firstValue(header).ifPresent(value -> wrong.add(header + " " + value));
        }
        if (!answer.body().isEmpty()
                && answer.headers().firstValue("Content-Type").isEmpty()) {
            wrong.add("no type");
        }
        return wrong.stream()
                .map(what -> path + " " + answer.statusCode() + ": " + what)
                .toList();
    }

    @Test
    void no_origin_but_the_portals_own_is_let_in_anywhere() throws Exception {
        List<String> open = new ArrayList<>();
        List<String> paths = List.copyOf(all());
        for (int number = 0; number < paths.size(); number++) {
            for (String origin : ORIGINS.subList(number % 2, number % 2 + 5)) {
                for (String method : List.of("GET", "OPTIONS")) {
                    HttpResponse<String> answer = ask(
                            method,
                            paths.get(number),
                            TestPortal.ADMIN_TOKEN,
                            Map.of("Access-Control-Request-Method", "POST", "Origin", origin));
                    answer.headers().map().keySet().stream()
                            .filter(name ->
                                    name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"))
                            .forEach(name -> open.add(method + " " + origin + " " + name));
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void what_a_request_says_of_its_address_is_not_repeated() throws Exception {
        for (String path : all()) {
            HttpResponse<String> answer = ask(
                    "GET",
                    path,
                    "",
                    Map.of(
                            "X-Forwarded-Host",
                            EVIL,
                            "X-Forwarded-Proto",
                            "https",
                            "X-Forwarded-Prefix",
                            "/" + EVIL,
                            "X-Forwarded-For",
                            "203.0.113.9",
                            "Forwarded",
                            "host=" + EVIL,
                            "X-Original-URL",
                            "/" + EVIL,
                            "X-HTTP-Method-Override",
                            "DELETE"));
            assertThat(answer.body() + answer.headers().map()).as(path).doesNotContain(EVIL);
        }
    }

    @Test
    void methods_that_nobody_serves_are_refused() throws Exception {
        for (String path : all()) {
            for (String method : List.of("TRACE", "TRACK", "PROPFIND", "DEBUG")) {
                assertThat(ask(method, path, TestPortal.ADMIN_TOKEN, Map.of()).statusCode())
                        .as(method + " " + path)
                        .isBetween(400, 599)
                        .isNotEqualTo(500);
            }
        }
    }

    private HttpResponse<String> ask(String method, String path, String token, Map<String, String> headers)
            throws Exception {
        Map<String, String> all = new java.util.HashMap<>(headers);
        if (!token.isEmpty() && (path.startsWith("/api/") || path.startsWith("/actuator"))) {
            all.put("Authorization", "Bearer " + token);
        }
        return TestPortal.of(context).send(method, path, "", all);
    }

    private Set<String> all() {
        Set<String> paths = new TreeSet<>(FILES);
        Routes.handled(mappings).stream()
                .map(route -> route.substring(route.indexOf(' ') + 1))
                .map(Routes::filled)
                .forEach(paths::add);
        Routes.views().forEach(view -> paths.add("/" + Routes.path(view)));
        return paths;
    }
}
