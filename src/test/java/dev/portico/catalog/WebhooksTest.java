package dev.portico.catalog;

import static dev.portico.catalog.CatalogWorld.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PorticoTest
final class WebhooksTest {

    private static final String SECRET = "shared-with-the-host-0123456789";
    private static final String BODY = "{\"ref\":\"refs/heads/main\"}";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Sources sources;

    @Autowired
    private Catalog catalog;

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path folder;

    private CatalogWorld world;

    @BeforeEach
    void a_source_with_a_shared_secret() throws Exception {
        world = new CatalogWorld(sources, catalog, folder);
        world.write("a.yaml", component("fares"));
        world.register();
        HttpResponse<String> stored = TestPortal.of(context)
                .call(
                        TestPortal.ADMIN_TOKEN,
                        "PUT",
                        "/api/portico/secrets/webhook." + world.source(),
                        "{\"value\":\"" + SECRET + "\"}");
        assertThat(stored.statusCode()).isBetween(200, 204);
    }

    @Test
    void a_signed_message_has_the_source_read_at_once() throws Exception {
        world.write("b.yaml", component("routes"));

        assertThat(send(world.source(), sha256(BODY, SECRET)).statusCode()).isEqualTo(202);

        Eventually.holds(Duration.ofSeconds(20), "the new file was read", () -> catalog.entity(
                        world.ref("routes"), world.reader())
                .isPresent());
    }

    @Test
    void the_signature_of_a_form_is_over_the_bytes_as_they_were_sent() throws Exception {
        world.write("b.yaml", component("routes"));
        String form = "payload=%7b%22ref%22%3A%22refs/heads/main%22%7D+%20&b=*&a=%c3%a4";

        HttpResponse<String> answer = TestPortal.of(context)
                .send(
                        "POST",
                        path(world.source()),
                        form,
                        Map.of(
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "X-Hub-Signature-256",
                                sha256(form, SECRET)));

        assertThat(answer.statusCode()).isEqualTo(202);
        Eventually.holds(Duration.ofSeconds(20), "the new file was read", () -> catalog.entity(
                        world.ref("routes"), world.reader())
                .isPresent());
        assertThat(sources.runs(world.source(), 1, world.reader()))
                .extracting(SourceRun::trigger)
                .containsExactly("webhook");
    }

    @Test
    void every_other_message_finds_nothing_and_has_nothing_read() throws Exception {
        world.write("b.yaml", component("routes"));
        HttpResponse<String> unknown = send("no-such-source", sha256(BODY, SECRET));

        HttpResponse<String> forged = send(world.source(), sha256(BODY, "another-secret-0123456789"));
        HttpResponse<String> ofAnotherBody = send(world.source(), sha256(BODY + " ", SECRET));
        HttpResponse<String> unsigned = TestPortal.of(context)
                .send("POST", path(world.source()), BODY, Map.of("Content-Type", "application/json"));

        for (HttpResponse<String> answer : new HttpResponse[] {unknown, forged, ofAnotherBody, unsigned}) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body())
                    .contains("webhook-unknown", "was not accepted")
                    .doesNotContain(SECRET);
        }
        assertThat(sources.runs(world.source(), 10, world.reader())).hasSize(1);
        assertThat(catalog.entity(world.ref("routes"), world.reader())).isEmpty();
    }

    @Test
    void a_message_that_proves_nothing_leaves_a_row_and_a_flood_of_them_few() throws Exception {
        long unknown = rows("unknown").size();

        for (int time = 0; time < 25; time++) {
            send(world.source(), sha256(BODY, "another-secret-0123456789"));
        }
        send("typed-by-somebody", sha256(BODY, SECRET));

        assertThat(rows(world.source()))
                .extracting(
                        row -> row.path("times").asInt(), row -> row.path("why").asString())
                .containsExactly(
                        tuple(1, "the signature of the message does not count"),
                        tuple(10, "the signature of the message does not count"));
        assertThat(rows("typed-by-somebody")).as("what was typed").isEmpty();
        assertThat(rows("unknown"))
                .as("counted with all that name no source")
                .hasSizeBetween((int) unknown, (int) unknown + 1);
        send(world.source(), sha256(BODY, SECRET));
        assertThat(rows(world.source())).as("one that proves it").hasSize(2);
    }

    /// What the trail says of refused messages about a thing.
    private List<JsonNode> rows(String thing) {
        return database.sql("""
                        select after from audit_entry where thing_id = ? and refused
                        and action = 'access.request.send' and after->>'why' like '%message%' order by id""").param(thing).query(String.class).list().stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private HttpResponse<String> send(String source, String signature) throws Exception {
        return TestPortal.of(context)
                .send(
                        "POST",
                        path(source),
                        BODY,
                        Map.of("Content-Type", "application/json", "X-Hub-Signature-256", signature));
    }

    private static String path(String source) {
        return "/api/portico/sources/" + source + "/webhook";
    }

    private static String sha256(String body, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
