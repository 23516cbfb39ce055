package dev.portico.catalog;

import static dev.portico.catalog.CatalogWorld.component;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PorticoTest
final class UnreachedTargetsTest {

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
        world.push("teams", CatalogWorld.TEAM);
    }

    @Test
    void each_problem_of_a_target_has_its_place_its_field_and_what_may_stand_there() throws IOException {
        Files.createSymbolicLink(folder.resolve("loop.txt"), Path.of("loop.txt"));
        world.write("catalog-info.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Location
                metadata:
                  name: all
                spec:
                  target: ./missing.yaml
                  targets:
                    - https://example.com/catalog-info.yaml
                    - ../../outside.yaml
                    - ./loop.txt
                    - ./{a.yaml
                """);

        SourceRun run = world.registerFile("catalog-info.yaml");

        assertThat(run.succeeded()).isTrue();
        List<Problem> problems = sources.problems(world.source(), world.reader());
        assertThat(problems)
                .extracting(Problem::field)
                .containsExactly(
                        "spec.target", "spec.targets[0]", "spec.targets[1]", "spec.targets[2]", "spec.targets[3]");
        assertThat(problems).extracting(Problem::line).containsExactly(6, 8, 9, 10, 11);
        assertThat(problems)
                .extracting(Problem::found)
                .containsExactly(
                        "./missing.yaml",
                        "https://example.com/catalog-info.yaml",
                        "../../outside.yaml",
                        "./loop.txt",
                        "./{a.yaml");
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.stage()).isEqualTo("source");
            assertThat(problem.column()).isPositive();
            assertThat(problem.allowed()).isNotBlank();
            assertThat(problem.remedy()).endsWith(".");
            assertThat(problem.message()).endsWith(".").doesNotEndWith("..").doesNotContain("Exception");
        });
        assertThat(problems.get(0).remedy()).contains("presence: optional");
        assertThat(problems.get(1).message()).contains("is a URL");
        assertThat(problems.get(1).allowed()).contains("type: url");
        assertThat(problems.get(3).message()).contains("leads in a circle");
    }

    @Test
    void a_target_that_is_missing_keeps_what_its_location_brought_and_says_so() throws IOException {
        world.write("more/one.yaml", component("fares"));
        world.write("more/two.yaml", component("routes"));
        world.write("catalog-info.yaml", locations("./more/one.yaml", "./more/two.yaml"));
        world.registerFile("catalog-info.yaml");
        world.write("catalog-info.yaml", locations("./more/one.yaml", "./more/three.yaml"));

        SourceRun broken = world.refresh();

        assertThat(broken.removed()).isZero();
        assertThat(world.entity("routes").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(problem.message()).contains("last good version", "two.yaml", "is kept", "three.yaml");
            assertThat(problem.location()).endsWith("catalog-info.yaml");
            assertThat(problem.field()).isEqualTo("spec.targets[1]");
            assertThat(problem.line()).isPositive();
        });
        assertThat(world.entity("fares").problems()).isEmpty();

        world.write("catalog-info.yaml", locations("./more/one.yaml"));

        assertThat(world.refresh().removed()).isEqualTo(1);
        assertThat(catalog.entity(world.ref("routes"), world.reader())).isEmpty();
    }

    @Test
    void a_target_that_is_missing_keeps_nothing_that_others_placed() throws IOException {
        world.write("a.yaml", component("fares"));
        world.write("b.yaml", component("routes"));
        world.write("c/all.yaml", locations("../texts/one.txt", "../texts/two.txt"));
        world.write("texts/one.txt", component("gates"));
        world.write("texts/two.txt", component("halls"));
        world.register();
        world.delete("b.yaml");
        world.write("c/all.yaml", locations("../texts/two.txt"));
        world.write("z.yaml", CatalogWorld.location("odd", "./missing.yaml"));

        SourceRun run = world.refresh();

        assertThat(run.removed()).isEqualTo(2);
        assertThat(catalog.entity(world.ref("routes"), world.reader())).isEmpty();
        assertThat(catalog.entity(world.ref("gates"), world.reader())).isEmpty();
        assertThat(world.entity("fares").problems()).isEmpty();
        assertThat(world.entity("halls").problems()).isEmpty();
        assertThat(sources.problems(world.source(), world.reader()))
                .filteredOn(problem -> problem.stage().equals("source"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.location()).endsWith("z.yaml"));
    }

    @Test
    void an_entity_that_moved_out_of_a_kept_file_is_taken_from_where_it_is_now() throws IOException {
        world.write("texts/one.txt", component("fares"));
        world.write("all.yaml", locations("./texts/one.txt"));
        world.register();
        world.write("b.yaml", component("fares", "type: library"));
        world.write("all.yaml", locations("./missing.yaml"));

        SourceRun run = world.refresh();

        assertThat(run.refused()).isZero();
        assertThat(run.removed()).isZero();
        assertThat(world.entity("fares").location()).endsWith("b.yaml");
    }

    private static String locations(String... targets) {
        return CatalogWorld.location("all", String.join("\", \"", targets));
    }
}
