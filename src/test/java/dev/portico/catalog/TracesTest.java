package dev.portico.catalog;

import static dev.portico.catalog.CatalogWorld.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PorticoTest
final class TracesTest {

    private static final Reader ADMIN = reader("admin");
    private static final Reader GUEST = reader("guest");
    private static final int MANY = 60;

    @Autowired
    private Traces traces;

    @Autowired
    private Sources sources;

    @Autowired
    private Catalog catalog;

    @Autowired
    private ApplicationContext context;

    @TempDir
    private Path folder;

    private CatalogWorld world;

    @BeforeEach
    void begin() {
        world = new CatalogWorld(sources, catalog, folder);
        world.push("teams", CatalogWorld.TEAM);
    }

    @Test
    void an_entity_that_is_there_is_found_by_its_bare_name_in_any_case_with_the_state_of_its_source()
            throws IOException {
        world.write("a.yaml", component("fares"));
        world.register();

        Trace trace = traces.trace(world.named("fares").toUpperCase(Locale.ROOT), ADMIN);

        assertThat(trace.subject()).isEqualTo(Trace.Subject.ENTITY);
        assertThat(findings(trace)).containsExactly(TraceFinding.Here.class, TraceFinding.Current.class);
        assertThat(trace.steps()).allMatch(step -> step.finding().good());
        assertThat(trace.steps().getFirst().action())
                .isEqualTo(new TraceAction(
                        TraceAction.Kind.OPEN_ENTITY, world.ref("fares").toString()));
        assertThat(trace.steps().getLast().action())
                .isEqualTo(new TraceAction(TraceAction.Kind.REFRESH_SOURCE, world.source()));
    }

    @Test
    void the_same_name_of_another_kind_is_pointed_at() throws IOException {
        world.write("a.yaml", component("fares"));
        world.register();

        Trace trace = traces.trace("api:default/" + world.named("fares"), ADMIN);

        assertThat(findings(trace)).startsWith(TraceFinding.NotHere.class, TraceFinding.Elsewhere.class);
        assertThat(trace.steps().get(1).finding().entities())
                .extracting(EntitySummary::ref)
                .containsExactly(world.ref("fares"));
    }

    @Test
    void a_name_with_a_slip_leads_to_names_that_are_much_alike() throws Exception {
        world.write("a.yaml", component("quagmires"));
        world.register();
        EntityRef ref = world.ref("quagmires");
        Eventually.holds(Duration.ofSeconds(10), "the index holds " + ref, () -> !catalog.suggest(ref.name(), 1, ADMIN)
                .isEmpty());

        Trace trace = traces.trace("quagmirs", ADMIN);

        assertThat(findings(trace)).contains(TraceFinding.NotHere.class, TraceFinding.Similar.class);
        assertThat(step(trace, TraceFinding.Similar.class).finding().entities())
                .extracting(EntitySummary::ref)
                .contains(world.ref("quagmires"));
    }

    @Test
    void a_file_that_no_location_names_is_told_with_the_sources_that_were_read() throws IOException {
        world.write("catalog-info.yaml", CatalogWorld.location("company", "./domains/*.yaml"));
        world.write("domains/fares.yaml", component("fares"));
        world.write("problems/unlisted.yaml", component("omitted"));
        world.registerFile("catalog-info.yaml");
        String path = folder.resolve("problems/unlisted.yaml").toString();

        for (String asked : List.of(world.named("omitted"), world.ref("omitted").toString())) {
            Trace trace = traces.trace(asked, ADMIN);
            TraceStep unlisted = step(trace, TraceFinding.Unlisted.class);
            assertThat(unlisted.sentence()).contains(path, world.source(), "no Location");
            assertThat(unlisted.action()).isEqualTo(new TraceAction(TraceAction.Kind.REGISTER, path));
            assertThat(sentences(trace)).contains("The source " + world.source() + " was read at");
        }
        assertThat(sentences(traces.trace(world.named("omitted"), reader("engineer"))))
                .as("what lies on the server and nobody registered")
                .doesNotContain(path)
                .contains("The source " + world.source() + " was read at");
        assertThat(sentences(traces.trace(world.named("omitted"), GUEST))).doesNotContain(path, world.source());
        assertThat(findings(traces.trace(world.named("fares"), ADMIN))).doesNotContain(TraceFinding.Unlisted.class);
    }

    @Test
    void names_that_share_but_a_word_are_not_alike() {
        world.push("people", """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: desmond.quokka}
                spec: {memberOf: []}
                """);

        assertThat(findings(traces.trace("quokka-tickets", ADMIN))).doesNotContain(TraceFinding.Similar.class);
        assertThat(findings(traces.trace("component:default/desmond.quoka", ADMIN)))
                .doesNotContain(TraceFinding.Similar.class);
    }

    @Test
    void what_a_guest_may_not_read_is_as_if_it_were_not_there() throws IOException {
        world.write("a.yaml", component("secretive"));
        world.register();
        String name = world.named("secretive");

        Trace hidden = traces.trace("component:default/" + name, GUEST);
        Trace absent = traces.trace("component:default/no-such-thing-at-all", GUEST);
        Trace place = traces.trace(folder.resolve("a.yaml").toString(), GUEST);

        assertThat(findings(hidden)).containsExactly(TraceFinding.NotHere.class, TraceFinding.SourcesClosed.class);
        assertThat(sentences(hidden).replace(name, "no-such-thing-at-all")).isEqualTo(sentences(absent));
        assertThat(findings(place)).containsExactly(TraceFinding.NotHere.class, TraceFinding.SourcesClosed.class);
        assertThat(sentences(place)).doesNotContain(name).doesNotContain(world.source());
        assertThat(hidden.steps().getLast().action())
                .isEqualTo(new TraceAction(TraceAction.Kind.ASK, "catalog.source.read"));
    }

    @Test
    void what_may_be_read_is_found_behind_many_of_its_name_that_may_not() throws Exception {
        String shown = component("common")
                .replace("  tags: [java]", "  namespace: zz\n  labels: {portico.dev/visibility: public}");
        world.write("a.yaml", spread("common", MANY) + shown);
        world.register();
        EntityRef ref = new EntityRef("component", "zz", world.named("common"));
        Eventually.holds(Duration.ofSeconds(10), "the index holds " + ref, () -> !catalog.suggest(ref.name(), 1, GUEST)
                .isEmpty());

        for (String asked :
                List.of(ref.toString(), ref.name(), folder.resolve("a.yaml").toString())) {
            assertThat(traces.trace(asked, GUEST).steps().getFirst().finding().entities())
                    .as(asked)
                    .extracting(EntitySummary::ref)
                    .containsExactly(ref);
        }
        assertThat(step(traces.trace("api:" + ref.name(), GUEST), TraceFinding.Elsewhere.class)
                        .finding()
                        .entities())
                .extracting(EntitySummary::ref)
                .containsExactly(ref);
    }

    @Test
    void many_of_the_same_name_hide_neither_what_is_gone_nor_what_was_refused() throws IOException {
        world.write("a.yaml", spread("usual", MANY) + component("steady"));
        world.write("b.yaml", spread("wrong", MANY).replace("spec:", "spec:\n  dependsOn: not-a-list"));
        world.register();
        world.write("a.yaml", component("steady"));
        world.refresh();
        String last = "component:n-%03d/".formatted(MANY - 1);

        assertThat(findings(traces.trace(last + world.named("usual"), ADMIN)))
                .startsWith(TraceFinding.NotHere.class, TraceFinding.Removed.class);
        assertThat(step(traces.trace(last + world.named("wrong"), ADMIN), TraceFinding.Refused.class)
                        .sentence())
                .contains("b.yaml:");
    }

    @Test
    void whoever_may_see_neither_entities_nor_sources_may_not_ask() {
        assertThatThrownBy(() -> traces.trace("anything", scoped("access.token.own")))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("catalog.entity.read");
        assertThat(traces.trace("anything", scoped("catalog.source.read")).steps())
                .isNotEmpty();
        assertThat(traces.trace("anything", GUEST).steps()).isNotEmpty();
    }

    @Test
    void a_removed_entity_is_told_with_the_time_but_not_to_those_who_could_not_read_it() throws IOException {
        world.write("a.yaml", component("steady") + component("leaving"));
        world.register();
        world.write("a.yaml", component("steady"));
        world.refresh();

        Trace trace = traces.trace(world.ref("leaving").toString(), ADMIN);

        assertThat(findings(trace)).startsWith(TraceFinding.NotHere.class, TraceFinding.Removed.class);
        assertThat(sentences(trace)).contains("was in the catalog until", world.source());
        assertThat(findings(traces.trace(world.ref("leaving").toString(), GUEST)))
                .doesNotContain(TraceFinding.Removed.class);
    }

    @Test
    void a_refused_descriptor_is_told_with_file_line_and_remedy() throws IOException {
        world.write("a.yaml", component("broken", "dependsOn: not-a-list"));
        world.register();

        Trace trace = traces.trace(world.ref("broken").toString(), ADMIN);

        TraceStep step = step(trace, TraceFinding.Refused.class);
        assertThat(step.finding().problem()).isNotNull();
        assertThat(step.sentence())
                .contains("a.yaml:", "was refused")
                .contains(step.finding().problem().remedy());
        assertThat(step.action()).isEqualTo(new TraceAction(TraceAction.Kind.OPEN_SOURCE, world.source()));
        assertThat(findings(traces.trace(world.ref("broken").toString(), GUEST)))
                .doesNotContain(TraceFinding.Refused.class);
    }

    @Test
    void a_name_that_two_files_want_is_told_as_a_conflict() throws IOException {
        world.write("a.yaml", component("twin"));
        world.write("b.yaml", component("twin"));
        world.register();

        Trace trace = traces.trace(world.ref("twin").toString(), ADMIN);

        assertThat(findings(trace)).contains(TraceFinding.Here.class, TraceFinding.Conflict.class);
        assertThat(sentences(trace)).contains("the name is taken", "a.yaml");
    }

    @Test
    void a_kind_that_is_not_taken_in_is_named_with_those_that_are() {
        Trace trace = traces.trace("gizmo:default/thing", ADMIN);

        assertThat(step(trace, TraceFinding.KindNotTaken.class).sentence()).contains("gizmo", "Component");
        assertThat(findings(traces.trace("resource:default/thing", ADMIN)))
                .doesNotContain(TraceFinding.KindNotTaken.class);
    }

    @Test
    void a_file_that_was_read_is_told_with_its_source_and_what_it_places() throws IOException {
        world.write("a.yaml", component("fares"));
        world.register();

        Trace trace = traces.trace(folder.resolve("a.yaml").toString(), ADMIN);

        assertThat(trace.subject()).isEqualTo(Trace.Subject.ADDRESS);
        assertThat(findings(trace)).startsWith(TraceFinding.Covered.class, TraceFinding.FileRead.class);
        assertThat(step(trace, TraceFinding.FileRead.class).finding().entities())
                .extracting(EntitySummary::ref)
                .containsExactly(world.ref("fares"));
        assertThat(findings(traces.trace("file:" + folder.resolve("a.yaml"), ADMIN)))
                .contains(TraceFinding.FileRead.class);
    }

    @Test
    void a_file_that_the_last_run_did_not_find_is_told_with_a_way_to_read_again() throws IOException {
        world.write("a.yaml", component("fares"));
        world.register();

        Trace trace = traces.trace(folder.resolve("later.yaml").toString(), ADMIN);

        assertThat(findings(trace)).startsWith(TraceFinding.Covered.class, TraceFinding.NotRead.class);
        assertThat(step(trace, TraceFinding.NotRead.class).action())
                .isEqualTo(new TraceAction(TraceAction.Kind.REFRESH_SOURCE, world.source()));
    }

    @Test
    void a_file_beside_the_pattern_is_left_out() throws IOException {
        world.write("a.yaml", component("fares"));
        world.register();

        Trace trace = traces.trace(folder.resolve("readme.txt").toString(), ADMIN);

        assertThat(findings(trace)).startsWith(TraceFinding.NotCovered.class, TraceFinding.LeftOut.class);
        assertThat(sentences(trace)).contains("**/*.yaml");
    }

    @Test
    void an_address_that_no_source_reads_can_be_registered_by_whoever_may() {
        Trace trace = traces.trace("https://git.example.com/acme/shop/catalog-info.yaml#L3", ADMIN);

        assertThat(step(trace, TraceFinding.NotCovered.class).action())
                .isEqualTo(new TraceAction(
                        TraceAction.Kind.REGISTER, "https://git.example.com/acme/shop/catalog-info.yaml"));
        assertThat(step(
                                traces.trace("https://git.example.com/acme/shop/catalog-info.yaml", reader("engineer")),
                                TraceFinding.NotCovered.class)
                        .action())
                .isEqualTo(new TraceAction(TraceAction.Kind.ASK, "catalog.source.register"));
    }

    @Test
    void a_source_whose_last_run_failed_is_told_with_the_reason() throws IOException {
        world.write("a.yaml", component("fares"));
        world.register();
        world.deleteFolder();
        world.refresh();

        Trace byFile = traces.trace(folder.resolve("a.yaml").toString(), ADMIN);
        Trace byName = traces.trace("nothing-that-is-there", ADMIN);

        assertThat(step(byFile, TraceFinding.Failing.class).sentence()).contains("failed:", "stays");
        assertThat(findings(byName)).contains(TraceFinding.Failing.class);
    }

    @Test
    void nothing_asked_is_refused() {
        assertThatThrownBy(() -> traces.trace("  ", ADMIN)).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> traces.trace("x".repeat(2_001), ADMIN)).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void strange_names_are_answered_too() {
        for (String odd : List.of(":", "/", "a:", "a/b/c", "component:default/", "%_'\"", "::", "https://", "url:")) {
            assertThat(traces.trace(odd, ADMIN).steps()).as(odd).isNotEmpty();
            assertThat(traces.trace(odd, GUEST).steps()).as(odd).isNotEmpty();
        }
    }

    @Test
    void rest_gives_the_same_with_stable_words() throws Exception {
        world.write("a.yaml", component("fares"));
        world.register();

        HttpResponse<String> answer = TestPortal.of(context)
                .call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/catalog/trace?what=" + world.named("fares"), "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"subject\":\"entity\"", "\"finding\":\"here\"", "\"good\":true", "\"kind\":\"open-entity\"")
                .contains("\"" + world.ref("fares") + "\"", "\"finding\":\"current\"");
        assertThat(TestPortal.of(context)
                        .call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/catalog/trace?what=", "")
                        .statusCode())
                .isEqualTo(400);
    }

    /// Components of one name in many namespaces.
    private static String spread(String name, int namespaces) {
        return IntStream.range(0, namespaces)
                .mapToObj(at -> component(name).replace("  tags: [java]", "  namespace: n-%03d".formatted(at)))
                .collect(Collectors.joining());
    }

    private static Reader scoped(String scope) {
        return new Reader("account:traces", null, "Scoped", null, Set.of(), Set.of("admin"), Set.of(scope));
    }

    private static Reader reader(String role) {
        return new Reader("account:traces-" + role, null, "The " + role, null, Set.of(), Set.of(role), null);
    }

    private static List<Class<?>> findings(Trace trace) {
        return trace.steps().stream()
                .<Class<?>>map(step -> step.finding().getClass())
                .toList();
    }

    private static TraceStep step(Trace trace, Class<? extends TraceFinding> finding) {
        return trace.steps().stream()
                .filter(step -> finding.isInstance(step.finding()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + finding.getSimpleName() + " in " + trace));
    }

    private static String sentences(Trace trace) {
        return String.join("\n", trace.steps().stream().map(TraceStep::sentence).toList());
    }
}
