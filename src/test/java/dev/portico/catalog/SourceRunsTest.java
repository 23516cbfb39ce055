package dev.portico.catalog;

import static dev.portico.catalog.CatalogWorld.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.changes.ChangeFeed;
import dev.portico.changes.FeedPosition;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class SourceRunsTest {

    @Autowired
    private Sources sources;

    private static final Duration FOLLOWS = Duration.ofSeconds(10);

    @Autowired
    private Catalog catalog;

    @Autowired
    private ChangeFeed feed;

    @TempDir
    private Path folder;

    private CatalogWorld world;

    @BeforeEach
    void begin() {
        world = new CatalogWorld(sources, catalog, folder);
        world.push("teams", CatalogWorld.TEAM);
    }

    @Test
    void a_first_run_brings_entities_with_their_relations_in_both_directions() throws IOException {
        world.write(
                "a.yaml", component("fares", "owner: team-a", "dependsOn: [component:routes]") + component("routes"));

        SourceRun run = world.register();

        assertThat(run.created()).isEqualTo(2);
        assertThat(world.relations("fares")).contains("dependsOn component:default/" + world.named("routes"));
        assertThat(world.relations("routes")).contains("dependencyOf component:default/" + world.named("fares"));
        assertThat(world.relations("fares")).contains("ownedBy group:default/" + world.named("team-a"));
    }

    @Test
    void texts_and_references_of_any_length_are_taken_in() throws IOException {
        String text = new Random(7)
                .ints(30_000, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        world.write("a.yaml", component("long", "type: " + text, "owner: " + text, "dependsOn: [api:" + text + "]"));

        SourceRun run = world.register();

        assertThat(run.created()).isEqualTo(1);
        assertThat(world.relations("long"))
                .contains("ownedBy group:default/" + world.named(text), "dependsOn api:default/" + text);
        sources.remove(world.source(), world.reader());
    }

    @Test
    void a_run_that_finds_nothing_changed_reads_and_writes_nothing() throws IOException {
        world.write("a.yaml", component("fares"));
        world.register();
        Entity before = world.entity("fares");

        SourceRun again = world.refresh();

        assertThat(again.unchanged()).isEqualTo(again.files()).isEqualTo(1);
        assertThat(again.created() + again.changed() + again.removed()).isZero();
        assertThat(world.entity("fares").summary()).isEqualTo(before.summary());
    }

    @Test
    void a_change_starts_a_revision_and_ends_the_one_before() throws IOException {
        world.write("a.yaml", component("fares", "type: service") + component("routes"));
        world.register();
        UUID uid = world.entity("fares").summary().uid();
        world.write("a.yaml", component("fares", "type: library") + component("routes"));

        SourceRun run = world.refresh();

        assertThat(run.changed()).isEqualTo(1);
        assertThat(world.entity("fares").summary().type()).isEqualTo("library");
        assertThat(world.entity("fares").summary().uid()).isEqualTo(uid);
        assertThat(world.history("fares"))
                .hasSize(2)
                .satisfiesExactly(now -> assertThat(now.validTo()).isNull(), before -> assertThat(before.validTo())
                        .isEqualTo(world.history("fares").getFirst().validFrom()));
    }

    @Test
    void a_change_tells_of_neighbours_only_where_a_relation_came_or_went() throws IOException {
        String others = component("routes") + component("gates") + component("halls");
        world.write("a.yaml", component("fares", "dependsOn: [component:routes, component:gates]") + others);
        world.register();
        FeedPosition before = feed.now();
        world.write(
                "a.yaml",
                component("fares", "type: library", "dependsOn: [component:gates, component:halls]") + others);

        world.refresh();

        assertThat(told(before)).containsExactlyInAnyOrder("fares", "routes", "halls");
        assertThat(world.relations("fares"))
                .contains("dependsOn " + world.ref("gates"), "dependsOn " + world.ref("halls"))
                .doesNotContain("dependsOn " + world.ref("routes"));
        assertThat(world.relations("gates")).containsOnlyOnce("dependencyOf " + world.ref("fares"));
        assertThat(world.relations("routes")).noneMatch(relation -> relation.startsWith("dependencyOf"));
    }

    @Test
    void a_broken_document_leaves_its_entity_as_it_was_and_says_so() throws IOException {
        world.write("a.yaml", component("fares", "type: service") + component("routes"));
        world.register();
        world.write("a.yaml", component("fares", "type: [") + component("routes", "type: library"));

        SourceRun run = world.refresh();

        assertThat(run.succeeded()).isTrue();
        assertThat(run.refused()).isEqualTo(1);
        assertThat(world.entity("fares").summary().type()).isEqualTo("service");
        assertThat(world.entity("routes").summary().type()).isEqualTo("library");
        assertThat(sources.problems(world.source(), world.reader()))
                .extracting(Problem::severity)
                .containsExactlyInAnyOrder(Problem.Severity.ERROR, Problem.Severity.WARNING);
        assertThat(world.entity("fares").problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("last good version"));
        assertThat(world.entity("routes").problems()).isEmpty();
    }

    @Test
    void a_refused_entity_keeps_its_last_good_version_and_carries_the_problem() throws Exception {
        world.write("a.yaml", component("fares", "type: service"));
        world.register();
        world.write("a.yaml", component("fares", "type: service").replace("tags: [java]", "tags: [Not A Tag]"));

        world.refresh();

        Entity entity = world.entity("fares");
        assertThat(entity.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.field()).contains("tags");
            assertThat(problem.remedy()).isNotBlank();
        });
        assertThat(entity.json()).contains("\"status\"");
        assertThat(entity.summary().problems()).isEqualTo(1);
        Eventually.holds(FOLLOWS, "lists say it as its page does", () -> listed("fares") == 1);

        world.write("a.yaml", component("fares", "type: service"));
        world.refresh();

        Eventually.holds(FOLLOWS, "lists say that it is mended", () -> listed("fares") == 0);
    }

    /// How many problems a list says an entity has.
    private int listed(String name) {
        return catalog.matching(CatalogQuery.everything(), List.of(world.ref(name)), world.reader()).values().stream()
                .mapToInt(EntitySummary::problems)
                .sum();
    }

    @Test
    void what_a_file_no_longer_names_leaves_the_catalog_but_not_its_history() throws IOException {
        world.write("a.yaml", component("fares", "dependsOn: [component:routes]") + component("routes"));
        world.register();
        world.write("a.yaml", component("routes"));

        SourceRun run = world.refresh();

        assertThat(run.removed()).isEqualTo(1);
        assertThat(catalog.entity(world.ref("fares"), world.reader())).isEmpty();
        assertThat(world.relations("routes")).noneMatch(relation -> relation.startsWith("dependencyOf"));
        assertThat(world.history("fares")).singleElement().satisfies(revision -> assertThat(revision.validTo())
                .isNotNull());
    }

    @Test
    void an_entity_that_moves_to_another_file_stays_the_same_entity() throws IOException {
        world.write("a.yaml", component("fares"));
        world.write("b.yaml", component("routes"));
        world.register();
        UUID uid = world.entity("fares").summary().uid();
        world.write("a.yaml", component("routes"));
        world.write("b.yaml", component("fares"));

        SourceRun run = world.refresh();

        assertThat(run.refused()).isZero();
        assertThat(run.removed()).isZero();
        assertThat(world.entity("fares").summary().uid()).isEqualTo(uid);
    }

    @Test
    void the_first_file_keeps_an_entity_that_a_second_one_claims_until_it_lets_go() throws IOException {
        world.write("a.yaml", component("fares", "type: service"));
        world.register();
        world.write("b.yaml", component("fares", "type: library"));

        assertThat(world.refresh().refused()).isEqualTo(1);
        assertThat(world.entity("fares").summary().type()).isEqualTo("service");
        assertThat(sources.problems(world.source(), world.reader()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("a.yaml"));

        world.delete("a.yaml");

        assertThat(world.refresh().refused()).isZero();
        assertThat(world.entity("fares").summary().type()).isEqualTo("library");
        assertThat(sources.problems(world.source(), world.reader())).isEmpty();
    }

    @Test
    void an_entity_belongs_to_the_source_that_placed_it_first() throws IOException {
        world.write("a.yaml", component("fares", "type: service"));
        world.register();

        SourceRun other = world.push("other", component("fares", "type: library"));

        assertThat(other.refused()).isEqualTo(1);
        assertThat(other.created()).isZero();
        assertThat(world.entity("fares").source()).isEqualTo(world.source());
    }

    @Test
    void a_source_that_cannot_be_read_keeps_what_it_brought_and_waits_longer_each_time() throws Exception {
        world.write("a.yaml", component("fares"));
        world.register();
        world.delete("a.yaml");
        world.deleteFolder();

        SourceRun failed = world.refresh();

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.error()).isNotBlank();
        assertThat(world.entity("fares")).isNotNull();
        SourceHealth health = sources.source(world.source(), world.reader());
        assertThat(health.state()).isEqualTo(SourceHealth.State.FAILING);
        assertThat(health.failures()).isEqualTo(1);
        planned();
    }

    @Test
    void a_url_that_cannot_be_read_fails_the_run() throws Exception {
        SourceRun failed = world.registerUrl("http://127.0.0.1:8080/catalog-info.yaml");

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.error()).isNotBlank();
        SourceHealth health = sources.source(world.source(), world.reader());
        assertThat(health.state()).isEqualTo(SourceHealth.State.FAILING);
        assertThat(health.failures()).isEqualTo(1);
        planned();
    }

    @Test
    void a_file_that_can_no_longer_be_read_fails_the_run_and_its_entities_stay() throws IOException {
        world.write("catalog-info.yaml", component("fares"));
        world.registerFile("catalog-info.yaml");
        world.write("catalog-info.yaml", "#".repeat(11_000_000));

        assertThat(world.refresh().succeeded()).isFalse();

        assertThat(world.entity("fares")).isNotNull();
        SourceHealth health = sources.source(world.source(), world.reader());
        assertThat(health.state()).isEqualTo(SourceHealth.State.FAILING);
        assertThat(health.failures()).isEqualTo(1);
    }

    @Test
    void a_run_says_who_asked_for_it() throws IOException {
        world.write("a.yaml", component("fares"));

        assertThat(world.register().trigger()).isEqualTo("schedule");
        assertThat(world.refresh().trigger()).isEqualTo("refresh");
    }

    @Test
    void a_target_that_is_not_there_is_a_problem_of_its_line() throws IOException {
        world.write("catalog-info.yaml", CatalogWorld.location(world.named("all"), "./missing.yaml"));
        world.registerFile("catalog-info.yaml");

        assertThat(sources.problems(world.source(), world.reader()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(6);
                    assertThat(problem.column()).isEqualTo(13);
                });
    }

    @Test
    void a_preview_tells_what_would_come_and_writes_nothing() throws IOException {
        world.write("a.yaml", component("fares") + component("routes").replace("tags: [java]", "tags: [Not A Tag]"));

        SourcePreview preview = sources.preview(world.definition(), world.reader());

        assertThat(preview.created()).containsExactly(world.ref("fares"));
        assertThat(preview.problems()).hasSize(1);
        assertThat(catalog.entity(world.ref("fares"), world.reader())).isEmpty();
        assertThatThrownBy(() -> sources.source(world.source(), world.reader())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void removing_a_source_removes_what_it_placed() throws IOException {
        world.write("a.yaml", component("fares"));
        world.register();

        sources.remove(world.source(), world.reader());

        assertThat(catalog.entity(world.ref("fares"), world.reader())).isEmpty();
        assertThat(sources.list(world.reader()))
                .noneMatch(health -> health.definition().name().equals(world.source()));
    }

    @Test
    void a_location_brings_the_files_it_points_at() throws IOException {
        world.write("more/one.yaml", component("fares"));
        world.write("more/two.yaml", component("routes"));
        world.write("catalog-info.yaml", CatalogWorld.location(world.named("all"), "./more/*.yaml"));
        world.registerFile("catalog-info.yaml");

        assertThat(world.entity("fares").summary().kind()).isEqualTo("Component");
        assertThat(world.entity("routes").summary().kind()).isEqualTo("Component");
    }

    @Test
    void a_changed_text_that_a_descriptor_takes_in_changes_the_entity() throws IOException {
        world.write("api.txt", "first");
        world.write("catalog-info.yaml", CatalogWorld.api(world.named("fares"), "$text: ./api.txt"));
        world.registerFile("catalog-info.yaml");
        world.write("api.txt", "second");

        SourceRun run = world.refresh();

        assertThat(run.changed()).isEqualTo(1);
        assertThat(catalog.entity(EntityRef.parse("api:" + world.named("fares")), world.reader()))
                .hasValueSatisfying(entity -> assertThat(entity.json()).contains("second"));
    }

    @Test
    void pushing_the_same_again_changes_nothing() {
        List<SourceRun> runs =
                List.of(world.push("pushed", component("fares")), world.push("pushed", component("fares")));

        assertThat(runs.getFirst().created()).isEqualTo(1);
        assertThat(runs.getLast().unchanged()).isEqualTo(1);
        assertThat(runs.getLast().created() + runs.getLast().changed()).isZero();
    }

    /// A run is there a moment before the next one is planned.
    private void planned() throws Exception {
        Eventually.holds(
                Duration.ofSeconds(20),
                "the next run of " + world.source() + " is planned",
                () -> sources.source(world.source(), world.reader()).nextRun() != null);
    }

    /// The components of this world that the feed has told of since.
    private Set<String> told(FeedPosition since) {
        Set<String> names = new HashSet<>();
        feed.from(since).pass(rows -> rows.stream()
                .filter(row -> row.topic().equals(CatalogEvents.ENTITIES))
                .flatMap(row -> row.keys().stream())
                .map(EntityRef::parse)
                .filter(ref -> ref.kind().equals("component") && ref.equals(world.ref(shortened(ref.name()))))
                .forEach(ref -> names.add(shortened(ref.name()))));
        return names;
    }

    private static String shortened(String name) {
        return name.replaceAll("-.*", "");
    }
}
