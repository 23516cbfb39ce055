package dev.portico.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import dev.portico.outbound.Outbound;
import dev.portico.outbound.OutboundExchange;
import dev.portico.outbound.OutboundInterrupted;
import dev.portico.outbound.OutboundRequest;
import dev.portico.outbound.OutboundResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedOutboundTest {

    private final LoopbackServer server = new LoopbackServer();
    private final LoopbackServer other = new LoopbackServer();
    private final Outbound client = TestOutbound.allowing(server.hostAndPort(), other.hostAndPort());

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    @Test
    void a_body_arrives_with_its_status_and_headers() {
        server.on("/", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            LoopbackServer.answer(exchange, 418, bytes("short and stout"));
        });

        OutboundResponse response = client.fetch(OutboundRequest.get(server.url("/teapot?a=b#c")));

        assertThat(response.status()).isEqualTo(418);
        assertThat(response.text()).isEqualTo("short and stout");
        assertThat(response.header("etag")).hasValue("\"1\"");
        assertThat(server.requests().getFirst().path()).isEqualTo("/teapot?a=b");
        assertThat(server.requests().getFirst().headers().getFirst("Host")).isEqualTo(server.hostAndPort());
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        server.on("/", exchange -> LoopbackServer.answer(exchange, 304, new byte[0]));

        OutboundResponse response =
                client.fetch(OutboundRequest.get(server.url("/")).unless("\"1\"", "Sat, 21 Nov 2026 10:00:00 GMT"));

        assertThat(response.status()).isEqualTo(304);
        assertThat(server.requests().getFirst().headers().getFirst("If-None-Match"))
                .isEqualTo("\"1\"");
        assertThat(server.requests().getFirst().headers().getFirst("If-Modified-Since"))
                .startsWith("Sat, 21");
    }

    @Test
    void an_answer_of_no_bytes_is_empty_whatever_its_encoding() {
        server.on("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            LoopbackServer.answer(exchange, 304, new byte[0]);
        });
        other.on("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
        });

        OutboundResponse unchanged = client.fetch(OutboundRequest.get(server.url("/")));
        OutboundResponse empty = client.fetch(OutboundRequest.get(other.url("/")));

        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
    }

    @Test
    void a_body_is_cut_at_its_limit() {
        server.on("/", exchange -> LoopbackServer.answer(exchange, 200, new byte[1_001]));
        OutboundRequest request = OutboundRequest.get(server.url("/"));

        assertThat(client.fetch(request.withMaxBytes(1_001)).body()).hasSize(1_001);
        assertRefused(request.withMaxBytes(1_000), "outbound-too-large").hasMessageContaining("1000 bytes");
    }

    @Test
    void a_body_that_has_no_end_is_cut_at_its_limit() {
        server.on("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[8_192]);
            }
        });

        assertRefused(OutboundRequest.get(server.url("/")).withMaxBytes(100_000), "outbound-too-large");
    }

    @Test
    void a_body_counts_as_it_is_after_decompression() throws Exception {
        byte[] bomb = gzip(new byte[20_000_000]);
        assertThat(bomb.length).isLessThan(100_000);
        server.on("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            LoopbackServer.answer(exchange, 200, bomb);
        });

        assertRefused(OutboundRequest.get(server.url("/")).withMaxBytes(1_000_000), "outbound-too-large");
        assertThat(client.fetch(OutboundRequest.get(server.url("/")).withMaxBytes(20_000_000))
                        .body())
                .hasSize(20_000_000);
    }

    @Test
    void an_encoding_that_was_not_asked_for_is_no_answer() {
        server.on("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            LoopbackServer.answer(exchange, 200, bytes("?"));
        });

        assertRefused(OutboundRequest.get(server.url("/")), "outbound-unreachable");
    }

    @Test
    void a_server_that_drips_is_cut_at_the_limit_of_time() {
        CountDownLatch done = new CountDownLatch(1);
        server.on("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            drip(exchange.getResponseBody(), done);
        });

        long began = System.nanoTime();
        assertRefused(OutboundRequest.get(server.url("/")).withTimeout(Duration.ofMillis(300)), "outbound-timeout");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        done.countDown();
    }

    @Test
    void a_server_that_says_nothing_is_cut_at_the_limit_of_time() {
        CountDownLatch done = new CountDownLatch(1);
        server.on("/", exchange -> await(done));

        assertRefused(OutboundRequest.get(server.url("/")).withTimeout(Duration.ofMillis(300)), "outbound-timeout");

        done.countDown();
    }

    @Test
    void a_stream_is_cut_at_its_limits_too() throws Exception {
        server.on("/", exchange -> LoopbackServer.answer(exchange, 200, new byte[1_001]));

        try (OutboundExchange exchange =
                client.open(OutboundRequest.get(server.url("/")).withMaxBytes(1_000))) {
            assertThatThrownBy(() -> exchange.body().readAllBytes())
                    .isInstanceOfSatisfying(OutboundInterrupted.class, cut -> assertThat(cut.tooLarge())
                            .isTrue());
        }
    }

    @Test
    void a_redirect_is_followed_and_credentials_stay_behind_when_the_origin_changes() {
        server.on("/a", exchange -> LoopbackServer.redirect(exchange, "/b"));
        server.on("/b", exchange -> LoopbackServer.redirect(exchange, other.url("/c")));
        other.on("/c", exchange -> LoopbackServer.answer(exchange, 200, bytes("there")));

        OutboundResponse response = client.fetch(OutboundRequest.get(server.url("/a"))
                .with("Accept", "text/plain")
                .with("X-Trace", "1")
                .withSecret("Authorization", "Bearer 1")
                .withSecret("PRIVATE-TOKEN", "1"));

        assertThat(response.text()).isEqualTo("there");
        assertThat(response.address()).hasToString(other.url("/c"));
        assertThat(server.requests()).hasSize(2).allSatisfy(request -> assertThat(request.headers())
                .containsKeys("Authorization", "Private-token", "X-trace"));
        assertThat(other.requests()).singleElement().satisfies(request -> assertThat(request.headers())
                .containsKey("Accept")
                .doesNotContainKeys("Authorization", "Private-token", "X-trace"));
    }

    @Test
    void redirects_have_an_end() {
        server.on("/", exchange -> LoopbackServer.redirect(exchange, "/again"));

        assertRefused(OutboundRequest.get(server.url("/")), "outbound-address").hasMessageContaining("redirects");

        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void a_redirect_of_a_post_is_handed_back() {
        server.on("/", exchange -> LoopbackServer.redirect(exchange, other.url("/")));

        OutboundResponse response =
                client.fetch(OutboundRequest.post(server.url("/"), "application/json", bytes("{}")));

        assertThat(response.status()).isEqualTo(302);
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void a_get_that_fails_in_passing_is_tried_again(int status) {
        AtomicInteger calls = new AtomicInteger();
        server.on(
                "/",
                exchange -> LoopbackServer.answer(exchange, calls.incrementAndGet() < 3 ? status : 200, bytes("ok")));

        assertThat(client.fetch(OutboundRequest.get(server.url("/"))).status()).isEqualTo(200);
    }

    @Test
    void a_get_is_tried_three_times_and_no_more() {
        server.on("/", exchange -> LoopbackServer.answer(exchange, 503, bytes("no")));

        assertThat(client.fetch(OutboundRequest.get(server.url("/"))).status()).isEqualTo(503);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void a_pause_that_the_server_asks_for_and_the_limit_does_not_hold_ends_the_call() {
        server.on("/", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            LoopbackServer.answer(exchange, 429, bytes("later"));
        });

        assertThat(client.fetch(OutboundRequest.get(server.url("/"))).status()).isEqualTo(429);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_post_is_not_repeated() {
        server.on("/", exchange -> LoopbackServer.answer(exchange, 503, bytes("no")));

        client.fetch(OutboundRequest.post(server.url("/"), "text/plain", bytes("once")));

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void cookies_are_not_kept() {
        server.on("/", exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            LoopbackServer.answer(exchange, 200, bytes("ok"));
        });

        client.fetch(OutboundRequest.get(server.url("/")));
        client.fetch(OutboundRequest.get(server.url("/")));

        assertThat(server.requests()).hasSize(2).allSatisfy(request -> assertThat(request.headers())
                .doesNotContainKey("Cookie"));
    }

    @Test
    void a_server_that_is_away_is_unreachable() {
        server.close();

        assertRefused(OutboundRequest.get(server.url("/")), "outbound-unreachable");
    }

    @Test
    void a_header_cannot_smuggle_another() {
        assertThatThrownBy(() -> OutboundRequest.get(server.url("/")).with("Accept", "a\r\nHost: b"))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void a_credential_shows_in_no_text() {
        OutboundRequest request = OutboundRequest.get(server.url("/")).withSecret("Authorization", "Bearer hunter2");

        assertThat(request.headers().toString()).doesNotContain("hunter2");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(OutboundRequest request, String code) {
        return assertThatThrownBy(() -> client.fetch(request))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void drip(java.io.OutputStream body, CountDownLatch done) throws IOException {
        while (done.getCount() > 0) {
            body.write('.');
            body.flush();
            awaitFor(done, 20);
        }
    }

    private static void await(CountDownLatch done) {
        awaitFor(done, 10_000);
    }

    private static void awaitFor(CountDownLatch done, long millis) {
        try {
            var _ = done.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
