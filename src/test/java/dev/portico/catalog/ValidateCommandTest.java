package dev.portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ValidateCommandTest {

    private static final String GOOD = """
            # first
            ---
            apiVersion: backstage.io/v1alpha1
            kind: System
            metadata:
              name: Ticketing
            spec:
              owner: pricing
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void each_document_is_one_line_of_json_in_the_order_of_the_file() throws IOException {
        Path file = write("all.yaml", GOOD + "---\n---\nkind: [\n---\n" + GOOD.replace("owner: pricing", "x: y"));

        int code = run("--json", file.toString());
        List<JsonNode> lines = lines();

        assertThat(code).isEqualTo(1);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).toString())
                .isEqualTo("{\"file\":\"" + file + "\",\"document\":0,\"line\":3,\"kind\":\"System\","
                        + "\"ref\":\"system:default/ticketing\",\"valid\":true,\"stage\":null,\"message\":null,"
                        + "\"relations\":[\"group:default/pricing ownerOf system:default/ticketing\","
                        + "\"system:default/ticketing ownedBy group:default/pricing\"]}");
        assertThat(lines.get(1).get("document").asInt()).isEqualTo(2);
        assertThat(lines.get(1).get("stage").asString()).isEqualTo("yaml");
        assertThat(lines.get(2).get("stage").asString()).isEqualTo("kind");
        assertThat(lines.get(2).get("relations").isEmpty()).isTrue();
    }

    @Test
    void a_folder_is_searched_for_descriptors() throws IOException {
        write("b/catalog-info.yml", GOOD);
        write("a.yaml", GOOD);
        write(
                "c.json",
                "{\"apiVersion\":\"backstage.io/v1alpha1\",\"kind\":\"Location\",\"metadata\":{\"name\":\"l\"},"
                        + "\"spec\":{}}");
        write("notes.txt", "no descriptor");
        write(".git/x.yaml", "broken: [");

        assertThat(run("--json", folder.toString())).isZero();
        assertThat(lines())
                .extracting(line -> line.get("file").asString())
                .containsExactly(folder + "/a.yaml", folder + "/b/catalog-info.yml", folder + "/c.json");
    }

    @Test
    void people_read_place_message_and_remedy_below_the_file() throws IOException {
        Path file = write("a.yaml", GOOD.replace("Ticketing", "Ticket office"));

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(file.toString())
                .contains("6:9  error", "Ticket office", "[policy]", "Ticket-office")
                .contains("1 entity in 1 file: 0 valid, 1 refused");
    }

    @Test
    void a_file_that_is_no_text_is_a_problem_of_that_file_and_its_neighbours_are_judged() throws IOException {
        byte[] binary = new byte[25_600];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) i;
        }
        Path broken = Files.write(folder.resolve("a.yaml"), binary);
        Path good = write("b.yaml", GOOD);

        assertThat(run("--json", folder.toString())).isEqualTo(1);
        assertThat(lines())
                .extracting(line -> line.get("file").asString())
                .contains(broken.toString(), good.toString());
        assertThat(lines().getLast().get("valid").asBoolean()).isTrue();
    }

    @Test
    void a_character_of_two_halves_is_read_wherever_it_stands() throws IOException {
        for (int before = 0; before < 4; before++) {
            write("a.yaml", GOOD + "  x: " + "a".repeat(before) + "\uD83D\uDE82".repeat(3_000) + "\n");

            assertThat(run("--json", folder.toString())).isZero();
        }
    }

    @Test
    void links_that_are_left_out_are_named_with_the_reason() throws IOException {
        write("catalog/a.yaml", GOOD);
        write("catalog/.git/hidden.yaml", GOOD);
        Path outside = write("outside.yaml", GOOD);
        link("catalog/b-twin.yaml", Path.of("a.yaml"));
        link("catalog/c-through.yaml", Path.of(".git/hidden.yaml"));
        link("catalog/d-folder", Path.of(".git"));
        Path catalog = folder.resolve("catalog");

        assertThat(run(catalog.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("b-twin.yaml", "leads to a.yaml, which is read in its own place")
                .contains("d-folder", "leads to a folder")
                .contains("2 entities in 2 files: 2 valid, 0 refused; 2 links passed over");

        link("catalog/e-out.yaml", outside);
        link("catalog/f-circle.yaml", Path.of("f-circle.yaml"));
        link("catalog/g-nothing.yaml", Path.of("nothing.yaml"));
        out.reset();

        assertThat(run("--json", catalog.toString())).isEqualTo(1);
        assertThat(lines())
                .extracting(
                        line -> line.get("file")
                                .asString()
                                .substring(catalog.toString().length() + 1),
                        line -> line.get("valid").toString(),
                        line -> line.get("stage").toString())
                .containsExactly(
                        tuple("a.yaml", "true", "null"),
                        tuple("b-twin.yaml", "null", "\"source\""),
                        tuple("c-through.yaml", "true", "null"),
                        tuple("d-folder", "null", "\"source\""),
                        tuple("e-out.yaml", "false", "\"source\""),
                        tuple("f-circle.yaml", "false", "\"source\""),
                        tuple("g-nothing.yaml", "false", "\"source\""));
        assertThat(lines().stream().map(line -> line.get("message").toString()).toList())
                .satisfies(messages -> assertThat(messages.get(4)).contains("out of the folder"))
                .satisfies(messages -> assertThat(messages.get(5)).contains("circle"))
                .satisfies(messages -> assertThat(messages.get(6)).contains("nothing"));
    }

    @Test
    void a_folder_behind_a_link_is_searched_where_it_is_named_itself() throws IOException {
        write("catalog/a.yaml", GOOD);
        Path link = link("link", Path.of("catalog"));

        assertThat(run("--json", link.toString())).isZero();
        assertThat(lines().getFirst().get("file").asString()).isEqualTo(link + "/a.yaml");
    }

    @Test
    void a_folder_without_descriptors_is_said() {
        assertThat(run(folder.toString())).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no descriptor in " + folder);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("0 entities in 0 files");
    }

    @Test
    void placeholders_read_nothing() throws IOException {
        Path file = write("a.yaml", GOOD.replace("  owner: pricing", "  owner: pricing\n  x: {$text: /etc/hostname}"));

        assertThat(run("--json", file.toString())).isZero();
    }

    @Test
    void arguments_that_make_no_sense_are_said() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--loud", "x")).isEqualTo(2);
        assertThat(run("missing.yaml")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Name at least one", "knows no option --loud", "no file or folder missing.yaml");
    }

    private int run(String... arguments) {
        return ValidateCommand.run(List.of(arguments), print(out), print(err));
    }

    private List<JsonNode> lines() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> (JsonNode) JsonMapper.builder().build().readTree(line))
                .toList();
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, content);
    }

    private Path link(String name, Path target) throws IOException {
        return Files.createSymbolicLink(folder.resolve(name), target);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
