package dev.portico.catalog;

import static dev.portico.catalog.CatalogWorld.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.access.directory.Directory;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PorticoTest
final class SentDescriptorsTest {

    @Autowired
    private Sources sources;

    @Autowired
    private Catalog catalog;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Directory directory;

    @Autowired
    private ApplicationContext context;

    @TempDir
    private Path folder;

    private CatalogWorld world;

    @BeforeEach
    void begin() {
        world = new CatalogWorld(sources, catalog, folder);
    }

    /// The database refuses the entity in the middle of the run, as it would when it went away there.
    @Test
    void a_first_push_that_breaks_off_leaves_no_source_behind() {
        database.sql("""
                        create or replace function catalog_probe() returns trigger language plpgsql as
                        $$ begin raise exception 'broken off'; end $$""").update();
        database.sql(
                        "create or replace trigger catalog_probe before insert on catalog_entity for each row when (new.ref = '"
                                + world.ref("fares") + "') execute function catalog_probe()")
                .update();
        try {
            assertThatThrownBy(() -> world.push("cut", component("fares"))).isNotInstanceOf(Refusal.class);
            assertThatThrownBy(() -> sources.source(world.named("cut"), world.reader()))
                    .isInstanceOf(Refusal.NotFound.class);
        } finally {
            database.sql("drop trigger catalog_probe on catalog_entity").update();
        }

        assertThat(world.push("cut", component("fares")).created()).isEqualTo(1);
    }

    @Test
    void first_pushes_at_the_same_moment_make_one_source() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch together = new CountDownLatch(1);
            List<Future<SourceRun>> runs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                runs.add(clients.submit(() -> {
                    together.await();
                    return world.push("race", component("fares"));
                }));
            }
            together.countDown();
            int created = 0;
            for (Future<SourceRun> run : runs) {
                created += run.get().created();
            }
            assertThat(created).isEqualTo(1);
        }
        assertThat(sources.source(world.named("race"), world.reader()).entities())
                .isEqualTo(1);
    }

    @Test
    void a_source_that_is_removed_while_it_is_pushed_is_there_with_its_entities_or_gone_with_them() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 15; round++) {
                world.push("gone", component("fares"));
                CountDownLatch together = new CountDownLatch(1);
                String more = component("fares") + component("routes", "type: round" + round);
                Future<?> push = clients.submit(() -> {
                    together.await();
                    return world.push("gone", more);
                });
                Future<?> removal = clients.submit(() -> {
                    together.await();
                    sources.remove(world.named("gone"), world.reader());
                    return true;
                });
                together.countDown();
                ended(push);
                ended(removal);

                assertThat(held()).as("round " + round).isIn(0L, 2L);
                assertThat(leftOver()).isZero();
            }
        }
    }

    @Test
    void an_account_that_no_database_can_hold_keeps_nobody_from_signing_in() throws Exception {
        String account = world.named("ann") + "@example.com";
        world.push("users", user("ann", account) + user("nul", account + "\\u0000") + user("half", "\\ud800"));

        assertThat(directory.userOf(account)).contains(EntityRef.parse("user:" + world.named("ann")));
        assertThat(directory.userOf(world.named("nul"))).contains(EntityRef.parse("user:" + world.named("nul")));
        assertThat(TestPortal.of(context)
                        .signIn("admin", TestPortal.ADMIN_PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).doesNotContain("error"));
    }

    @Test
    void descriptors_are_taken_as_whatever_they_are_sent() throws Exception {
        for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "application/json", "x/y")) {
            String name = world.named("typed");
            String body = component("fares-" + world.named("x"), "type: " + type.replaceAll("[^a-z]", ""));

            HttpResponse<String> answer = TestPortal.of(context)
                    .send(
                            "PUT",
                            "/api/portico/sources/" + name + "/descriptors?file=fares%20it.yaml",
                            body,
                            Map.of("Authorization", "Bearer " + TestPortal.ADMIN_TOKEN, "Content-Type", type));

            assertThat(answer.statusCode()).as(type + answer.body()).isEqualTo(200);
            assertThat(catalog.entity(EntityRef.parse("component:fares-" + world.named("x")), world.reader()))
                    .hasValueSatisfying(entity -> {
                        assertThat(entity.summary().type()).isEqualTo(type.replaceAll("[^a-z]", ""));
                        assertThat(entity.location()).endsWith("/fares it.yaml");
                    });
        }
    }

    @Test
    void a_push_of_nothing_but_broken_documents_empties_no_source() {
        world.push("kept", component("fares") + component("routes"));
        byte[] broken = "kind: [\n---\nkind: Nothing\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> sources.push(
                        world.named("kept"), List.of(new DescriptorUpload("other.yaml", broken)), world.reader()))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("nothing was changed");
        assertThat(world.entity("fares")).isNotNull();

        SourceRun same = sources.push(
                world.named("kept"), List.of(new DescriptorUpload("catalog-info.yaml", broken)), world.reader());

        assertThat(same.refused()).isEqualTo(2);
        assertThat(same.removed()).isZero();
        assertThat(world.entity("routes")).isNotNull();
    }

    @Test
    void the_answer_to_a_push_says_what_is_wrong_and_who_holds_what() throws Exception {
        world.push("first", component("fares"));
        String name = world.named("second");
        String body = component(world.named("fares")) + component("Bad Name") + "---\nmetadata: {}\n";

        HttpResponse<String> answer = TestPortal.of(context)
                .call(TestPortal.ADMIN_TOKEN, "PUT", "/api/portico/sources/" + name + "/descriptors?file=x.yaml", body);

        JsonNode json = JsonMapper.shared().readTree(answer.body());
        assertThat(json.path("refused").asInt()).isEqualTo(3);
        assertThat(json.path("problems").size()).isGreaterThanOrEqualTo(3);
        assertThat(json.path("problems"))
                .allSatisfy(problem -> assertThat(problem.path("line").asInt()).isPositive())
                .anySatisfy(problem -> assertThat(problem.path("message").asString())
                        .contains("held by the source " + world.named("first")));
        SourcePreview preview = sources.preview(
                name, List.of(new DescriptorUpload("x.yaml", body.getBytes(StandardCharsets.UTF_8))), world.reader());
        assertThat(preview.refused()).isEqualTo(3);
    }

    @Test
    void what_is_refused_is_counted_each_time_it_is_sent() throws Exception {
        String name = world.named("again");
        String body = component("Bad Name") + component(world.named("fares")) + "---\nmetadata: {}\n";

        for (int time = 0; time < 3; time++) {
            HttpResponse<String> answer = TestPortal.of(context)
                    .call(TestPortal.ADMIN_TOKEN, "PUT", "/api/portico/sources/" + name + "/descriptors", body);

            JsonNode json = JsonMapper.shared().readTree(answer.body());
            assertThat(json.path("refused").asInt()).as("time " + time).isEqualTo(2);
            assertThat(json.path("unchanged").asInt()).isEqualTo(time == 0 ? 0 : 1);
            assertThat(sources.runs(name, 1, world.reader()).getFirst().refused())
                    .isEqualTo(2);
        }
    }

    @Test
    void numbers_that_json_cannot_hold_are_taken_as_null_with_a_warning() {
        world.push("numbers", component("fares", "a: .inf", "b: [1, .nan]", "c: 1e400", "d: ~"));

        assertThat(world.entity("fares").json()).contains("\"a\":null", "\"b\":[1,null]", "\"c\":null");
        assertThat(sources.problems(world.named("numbers"), world.reader()))
                .filteredOn(problem -> !problem.stage().equals("links"))
                .extracting(Problem::severity, Problem::line, Problem::column, Problem::field, Problem::found)
                .containsExactly(
                        tuple(Problem.Severity.WARNING, 9, 6, "spec.a", "Infinity"),
                        tuple(Problem.Severity.WARNING, 10, 10, "spec.b[1]", "NaN"),
                        tuple(Problem.Severity.WARNING, 11, 6, "spec.c", "Infinity"));
    }

    @Test
    void a_script_behind_url_and_half_a_character_are_problems() {
        String odd = component("fares")
                .replace(
                        "  tags:",
                        "  title: \"half \\ud83d\"\n  annotations:\n"
                                + "    backstage.io/source-location: url:javascript:alert(1)\n  tags:");
        world.push("odd", odd);

        assertThat(world.entity("fares").json()).doesNotContain("javascript");
        assertThat(sources.problems(world.named("odd"), world.reader()))
                .filteredOn(problem -> !problem.stage().equals("links"))
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("half a character"))
                .anySatisfy(message -> assertThat(message).contains("script"));
    }

    private static String user(String name, String account) {
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata:
                  name: %s
                  annotations:
                    portico.dev/account: "%s"
                spec:
                  memberOf: []
                """.formatted(name, account);
    }

    /// Whoever comes second is told that there is no such source any more.
    private static void ended(Future<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (java.util.concurrent.ExecutionException refused) {
            assertThat(refused.getCause()).isInstanceOf(Refusal.NotFound.class);
        }
    }

    private long held() {
        boolean known = sources.list(world.reader()).stream()
                .anyMatch(source -> source.definition().name().equals(world.named("gone")));
        long entities = List.of("fares", "routes").stream()
                .filter(name -> catalog.entity(world.ref(name), world.reader()).isPresent())
                .count();
        return known || entities == 0 ? entities : -1;
    }

    private long leftOver() {
        return database.sql("""
                        select (select count(*) from catalog_relation r
                                where not exists (select from catalog_entity e where e.id = r.emitter))
                            + (select count(*) from catalog_revision v where v.valid_to is null and v.ref like ?
                                and not exists (select from catalog_entity e where e.id = v.entity_id))""")
                .param("%" + world.named("").substring(1))
                .query(Long.class)
                .single();
    }
}
