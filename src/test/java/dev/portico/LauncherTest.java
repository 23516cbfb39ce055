package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.LauncherMachine.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherTest {

    @TempDir
    private Path folder;

    private LauncherMachine machine;

    @BeforeEach
    void lay_out_a_machine_with_java_17_and_node_20() throws IOException {
        machine = new LauncherMachine(folder);
    }

    @Test
    void a_jdk_25_elsewhere_is_found_although_path_and_java_home_hold_17() throws Exception {
        Path jdk = machine.jdk25();
        String java17 = machine.jvms.resolve("java-17").toString();

        Run run = machine.run(machine.project.resolve("portico"), Map.of("JAVA_HOME", java17), "validate", "x.yaml");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("java of " + jdk).contains("dev.portico.PorticoApplication validate x.yaml");
    }

    @Test
    void java_home_wins_where_it_is_new_enough() throws Exception {
        machine.jdk25();
        Path mine = LauncherMachine.jdk(folder.resolve("my jdk"), "26-ea");

        Run run = machine.run(machine.project.resolve("portico"), Map.of("JAVA_HOME", mine.toString()), "validate");

        assertThat(run.out()).contains("java of " + mine);
    }

    @Test
    void a_jdk_is_found_where_development_tools_put_theirs() throws Exception {
        for (String place : List.of(
                ".jdks/openjdk-25",
                ".sdkman/candidates/java/25.0.3-tem",
                ".asdf/installs/java/temurin-25",
                ".local/share/mise/installs/java/25",
                "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home")) {
            Path jdk = LauncherMachine.jdk(machine.home.resolve(place), "25.0.3");
            assertThat(machine.run("validate").out()).as(place).contains("java of " + jdk);
            Files.delete(jdk.resolve("bin/javac"));
        }
    }

    @Test
    void jdk_prints_what_it_found() throws Exception {
        Path jdk = machine.jdk25();

        assertThat(machine.run("jdk").out()).isEqualTo(jdk + "\n");
    }

    @Test
    void a_jdk_without_a_release_file_is_asked() throws Exception {
        Path jdk = machine.jdk25();
        Files.delete(jdk.resolve("release"));

        assertThat(machine.run("validate").out()).contains("java of " + jdk);
    }

    @Test
    void without_a_jdk_it_says_what_to_install() throws Exception {
        Run run = machine.run("run");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errors()).contains("no JDK 25 or newer was found").contains("openjdk-25-jdk-headless");
        assertThat(machine.calls("mvnw")).isEmpty();
    }

    @Test
    void help_needs_nothing() throws Exception {
        assertThat(machine.run("help").out()).contains("run [--empty]").contains("restore");
        assertThat(machine.run().out()).contains("usage: ./portico");
    }

    @Test
    void node_24_is_installed_beside_the_sources_once_where_path_has_20() throws Exception {
        machine.jdk25();

        machine.run("package");
        machine.run("package");

        assertThat(machine.calls("npm"))
                .singleElement()
                .asString()
                .contains("npm in " + machine.project)
                .contains("install -g --prefix .node")
                .contains("node@24.21.0 npm@11.21.2");
        assertThat(machine.calls("mvnw"))
                .hasSize(2)
                .allMatch(call -> call.contains("-Dvaadin.node.folder=" + machine.project));
    }

    @Test
    void node_24_on_path_is_used_as_it_is() throws Exception {
        machine.jdk25();
        LauncherMachine.script(machine.path.resolve("node"), "echo v24.1.0");

        machine.run("package");

        assertThat(machine.calls("npm")).isEmpty();
        assertThat(machine.calls("mvnw")).singleElement().asString().doesNotContain("vaadin.node.folder");
    }

    @Test
    void without_node_and_npm_it_says_what_to_install() throws Exception {
        machine.jdk25();
        Files.delete(machine.path.resolve("npm"));

        Run run = machine.run("run");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errors()).contains("neither Node 24 nor npm was found");
    }

    @Test
    void run_builds_only_what_is_stale() throws Exception {
        machine.jdk25();

        assertThat(machine.run("run", "--empty").out())
                .contains("a.jar:b.jar dev.portico.PorticoApplication serve --demo --empty");
        machine.run("run");
        assertThat(machine.calls("mvnw")).hasSize(1);

        LauncherMachine.touch(machine.project.resolve("src/main/java/A.java"));
        machine.run("run");
        assertThat(machine.calls("mvnw")).hasSize(2);
    }

    @Test
    void a_deleted_source_is_stale_and_a_generated_file_is_not() throws Exception {
        machine.jdk25();
        machine.run("run");
        Path bundles = Files.createDirectories(machine.project.resolve("src/main/bundles"));
        LauncherMachine.touch(Files.writeString(bundles.resolve("prod.bundle"), ""));
        Path generated = Files.createDirectories(machine.project.resolve("frontend/generated"));
        LauncherMachine.touch(Files.writeString(generated.resolve("index.ts"), ""));
        machine.run("run");
        assertThat(machine.calls("mvnw")).hasSize(1);

        Files.delete(machine.project.resolve("src/main/java/A.java"));
        LauncherMachine.touch(machine.project.resolve("src/main/java"));
        machine.run("run");
        assertThat(machine.calls("mvnw")).hasSize(2);
    }

    @Test
    void a_failed_build_starts_nothing_and_is_tried_again() throws Exception {
        machine.jdk25();
        Path failure = Files.writeString(machine.project.resolve("fail"), "");

        Run failed = machine.run("run");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.errors()).contains("the build failed");
        assertThat(failed.out()).doesNotContain("PorticoApplication");

        Files.delete(failure);
        assertThat(machine.run("run").out()).contains("PorticoApplication serve");
    }

    @Test
    void validate_builds_no_browser_code_and_prints_nothing_of_the_build() throws Exception {
        machine.jdk25();

        Run run = machine.run("validate", "--json", "a b.yaml");

        assertThat(run.out().lines()).hasSize(1);
        assertThat(machine.calls("mvnw")).singleElement().asString().contains("-Dvaadin.skip");
        assertThat(machine.calls("npm")).isEmpty();
        machine.run("run");
        assertThat(machine.calls("mvnw")).hasSize(2);
    }

    @Test
    void a_command_runs_in_the_folder_of_the_user_and_maven_in_that_of_the_project() throws Exception {
        machine.jdk25();

        Run run = machine.run("validate", "x.yaml");

        assertThat(run.out()).contains("in " + machine.home).contains("home " + machine.project.resolve(".portico"));
        assertThat(machine.calls("mvnw")).singleElement().asString().contains("mvnw in " + machine.project);
    }

    @Test
    void it_works_through_a_link() throws Exception {
        Path jdk = machine.jdk25();
        Path link = Files.createSymbolicLink(folder.resolve("link"), machine.project.resolve("portico"));

        assertThat(machine.run(link, Map.of(), "validate").out()).contains("java of " + jdk);
    }

    @Test
    void shots_has_the_browser_tests_put_pictures_into_a_folder_of_the_user() throws Exception {
        machine.jdk25();

        Run run = machine.run("shots", "my pictures");

        Path pictures = machine.home.resolve("my pictures");
        assertThat(pictures).isDirectory();
        assertThat(run.out()).contains("The pictures are in " + pictures);
        assertThat(machine.calls("mvnw"))
                .singleElement()
                .asString()
                .contains("-Dtest=Screenshots")
                .endsWith("-Dportico.shots=" + pictures + " test");
        assertThat(machine.run("shots").errors()).contains("./portico shots DIR");
    }

    @Test
    void test_passes_its_arguments_to_maven() throws Exception {
        Path jdk = machine.jdk25();

        machine.run("test", "--long", "-Dtest=A");

        assertThat(machine.calls("mvnw"))
                .singleElement()
                .asString()
                .contains("on " + jdk)
                .endsWith("-Dportico.long=true -Dtest=A test");
    }
}
