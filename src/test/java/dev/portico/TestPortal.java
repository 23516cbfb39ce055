package dev.portico;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/// The portal of the tests as its users meet it: over HTTP. Each one is a browser of its own, with its own cookies,
/// that follows no redirect by itself.
public final class TestPortal {

    /// What signs the admin in.
    public static final String ADMIN_PASSWORD = "a password for the tests";

    /// The token that `PORTICO_ADMIN_TOKEN` would set.
    public static final String ADMIN_TOKEN = "token-of-the-tests-0123456789abcdef";

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private TestPortal(String address) {
        this.address = address;
    }

    /// A browser that nobody signed in with yet.
    public static TestPortal of(ApplicationContext context) {
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        return new TestPortal("http://localhost:" + port);
    }

    /// A browser for a portal at an address.
    public static TestPortal at(String address) {
        return new TestPortal(address);
    }

    public String address() {
        return address;
    }

    /// The value of a cookie; empty where there is none.
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", Map.of());
    }

    /// Sends a JSON body with a token.
    public HttpResponse<String> call(String token, String method, String path, String json)
            throws IOException, InterruptedException {
        return send(method, path, json, Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }

    public HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    public HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(path.startsWith("http") ? path : address + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// The token that the forms of this session carry.
    public String csrfToken() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/login");
        // Whoever is signed in is led to the start.
        String page = (answer.statusCode() == 302 ? get("/") : answer).body();
        int name = page.indexOf("name=\"_csrf\"");
        int content = page.indexOf("content=\"", name) + "content=\"".length();
        if (name < 0) {
            throw new IOException("The sign-in page has no CSRF token: " + page);
        }
        return page.substring(content, page.indexOf('"', content));
    }

    /// Signs in with a password.
    public HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return post("/login", Map.of("username", name, "password", password, "_csrf", csrfToken()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
