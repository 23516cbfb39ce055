package dev.portico.catalog;

import static dev.portico.catalog.CatalogWorld.TEAM;
import static dev.portico.catalog.CatalogWorld.component;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class LinkProblemsTest {

    @Autowired
    private Sources sources;

    @Autowired
    private Catalog catalog;

    @TempDir
    private Path folder;

    private CatalogWorld world;

    @BeforeEach
    void begin() {
        world = new CatalogWorld(sources, catalog, folder);
    }

    @Test
    void an_owner_that_does_not_exist_is_a_warning_until_another_source_brings_it() throws Exception {
        world.write("a.yaml", component("fares", "owner: team"));
        world.register();

        warned("fares", 1);
        Problem problem = world.entity("fares").problems().getFirst();
        assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(problem.field()).isEqualTo("spec.owner");
        assertThat(problem.message()).contains("is owned by group:" + world.named("team"), "is not in the catalog");
        assertThat(problem.remedy()).contains("spec.owner");
        assertThat(problem.location()).endsWith("a.yaml");
        assertThat(List.of(problem.document(), problem.line(), problem.column()))
                .containsExactly(0, 9, 10);
        assertThat(world.entity("fares").summary().problems()).isEqualTo(1);

        world.push("teams", TEAM);

        warned("fares", 0);

        world.push("teams", component("other"));

        warned("fares", 1);
    }

    @Test
    void a_missing_end_may_be_as_long_as_a_descriptor_makes_it() throws Exception {
        String end = new Random(7)
                .ints(10_000, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        world.write("a.yaml", TEAM + component("fares", "dependsOn: [api:" + end + "]"));
        world.register();

        warned("fares", 1);
        sources.remove(world.source(), world.reader());
    }

    @Test
    void entities_with_such_warnings_are_listed_and_counted_with_problems() throws Exception {
        world.write("a.yaml", component("fares") + component("routes"));
        world.write("b.yaml", TEAM + component("gates", "dependsOn: [component:ghost]"));
        world.register();

        warned("gates", 1);

        CatalogQuery broken = new CatalogQuery(
                world.named("gates"),
                Map.of(Facet.PROBLEM, Set.of(ProblemKind.BROKEN_RELATION.value())),
                CatalogQuery.Order.NAME,
                false,
                0,
                9);
        Eventually.holds(Duration.ofSeconds(20), "gates is listed with problems", () -> {
            EntityPage page = catalog.find(broken, world.reader());
            return page.matching() == 1
                    && page.items().getFirst().ref().equals(world.ref("gates"))
                    && page.items().getFirst().problems() == 1;
        });
    }

    @Test
    void a_source_shows_the_warnings_of_its_entities_and_is_healthy_all_the_same() throws Exception {
        world.write("a.yaml", component("fares", "dependsOn: [component:ghost]") + TEAM);
        world.register();

        warned("fares", 1);

        assertThat(sources.problems(world.source(), world.reader()))
                .extracting(Problem::field)
                .containsExactly("spec.dependsOn[0]");
        SourceHealth health = sources.source(world.source(), world.reader());
        assertThat(health.problems()).isEqualTo(1);
        assertThat(health.state()).isEqualTo(SourceHealth.State.HEALTHY);
    }

    @Test
    void a_circle_is_a_warning_for_each_of_its_members_until_it_is_broken() throws Exception {
        world.write("a.yaml", circle("routes") + TEAM);
        world.register();

        for (String member : List.of("fares", "routes", "gates")) {
            warned(member, 1);
        }
        // Which of the others may be named is asked of the index, which a run in the background does not wait for.
        Eventually.passes(Duration.ofSeconds(20), () -> assertThat(
                        world.entity("routes").problems().getFirst().message())
                .contains(world.named("routes") + " → " + world.named("gates") + " → " + world.named("fares") + " → "
                        + world.named("routes")));

        world.write("a.yaml", circle("ghost") + TEAM);
        world.refresh();

        warned("gates", 0);
        warned("routes", 0);
        warned("fares", 1);
    }

    @Test
    void a_warning_names_the_item_as_written_and_moves_with_the_lines_above_it() throws Exception {
        String fares =
                component("fares", "dependsOn:", "  - component:routes", "  - component:zebra", "  - component:ghost");
        world.write("a.yaml", TEAM + fares + component("routes") + component("zebra"));
        world.register();

        warned("fares", 1);
        assertThat(placed("fares")).isEqualTo("document 1, 20:7, spec.dependsOn[2]");
        Entity before = world.entity("fares");

        world.write("a.yaml", "# a line more\n" + TEAM + component("routes") + component("zebra") + fares);
        world.refresh();

        assertThat(placed("fares")).isEqualTo("document 3, 43:7, spec.dependsOn[2]");
        assertThat(world.entity("fares").etag()).isEqualTo(before.etag());
    }

    @Test
    void a_circle_that_another_entity_states_is_shown_where_that_one_states_it() throws Exception {
        world.write("a.yaml", TEAM + component("fares", "dependencyOf: [component:routes]"));
        world.write("b.yaml", component("routes", "dependencyOf: [component:fares]"));
        world.register();

        warned("fares", 1);
        Eventually.passes(Duration.ofSeconds(20), () -> {
            Problem problem = world.entity("fares").problems().getFirst();
            assertThat(problem.location()).endsWith("b.yaml");
            assertThat(problem.field()).isEqualTo("spec.dependencyOf[0]");
            assertThat(problem.line()).isEqualTo(9);
        });
    }

    private String placed(String name) {
        Problem problem = world.entity(name).problems().getFirst();
        return "document " + problem.document() + ", " + problem.line() + ":" + problem.column() + ", "
                + problem.field();
    }

    private static String circle(String first) {
        return component("fares", "dependsOn: [component:" + first + "]")
                + component("routes", "dependsOn: [component:gates]")
                + component("gates", "dependsOn: [component:fares]");
    }

    private void warned(String name, int problems) throws Exception {
        Eventually.holds(
                Duration.ofSeconds(20),
                name + " has " + problems + " problems",
                () -> world.entity(name).problems().size() == problems);
    }
}
