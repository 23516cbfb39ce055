package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceReaderTest extends SourceReaderContract {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private SourceReaders readers = SourceFixture.readers(Path.of("target/none"), name -> Optional.empty());

    @BeforeEach
    void start() {
        readers = SourceFixture.readers(elsewhere.resolve("home"), name -> Optional.empty());
    }

    @Override
    SourceReaders readers() {
        return readers;
    }

    @Override
    SourceTarget target() {
        return SourceTarget.of("folder", folder.toString());
    }

    @Override
    SourceTarget missing() {
        return SourceTarget.of("folder", folder.resolve("none").toString());
    }

    @Override
    void write(String path, byte[] content) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @Test
    void a_folder_without_a_descriptor_is_missing_and_not_empty() throws Exception {
        Path empty = Files.createDirectory(elsewhere.resolve("unmounted"));

        assertUnreadable(Reason.MISSING, () -> {
            try (SourceReading reading = readers.open(SourceTarget.of("folder", empty.toString()), Map.of())) {
                reading.files().iterator().hasNext();
            }
        });
    }

    @Test
    void a_pattern_says_which_files_are_descriptors() {
        assertThat(names(target().withPattern("**/*.{yaml,json}")))
                .containsExactly(
                        "a-b/catalog-info.yaml",
                        "a/catalog-info.yaml",
                        "a/openapi.json",
                        "catalog-info.yaml",
                        "more/one.yaml");
        assertThat(names(target().withPattern("more/*.yaml"))).containsExactly("more/one.yaml");
        assertThat(names(target().withPattern("*.yaml"))).containsExactly("catalog-info.yaml");
    }

    @Test
    void hidden_machinery_is_passed_over() throws Exception {
        write(".git/catalog-info.yaml", bytes("kind: Component"));
        write("node_modules/x/catalog-info.yaml", bytes("kind: Component"));
        write("..2026_11_21/catalog-info.yaml", bytes("kind: Component"));
        write(".github/catalog-info.yaml", bytes("kind: Component"));

        assertThat(names(target()))
                .containsExactly(
                        ".github/catalog-info.yaml",
                        "a-b/catalog-info.yaml",
                        "a/catalog-info.yaml",
                        "catalog-info.yaml");
    }

    @Test
    void a_link_within_the_folder_is_read() throws Exception {
        Files.createDirectory(folder.resolve("linked"));
        Files.createSymbolicLink(folder.resolve("linked/catalog-info.yaml"), folder.resolve("more/one.yaml"));

        try (SourceReading reading = open(Map.of())) {
            assertThat(last(reading).location()).endsWith("linked/catalog-info.yaml");
            assertThat(last(reading).bytes()).asString().isEqualTo("kind: API");
        }
    }

    @Test
    void a_link_out_of_the_folder_is_a_problem_and_its_neighbours_are_read() throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("secret.yaml"), "password");
        Files.createDirectory(folder.resolve("b"));
        Files.createSymbolicLink(folder.resolve("b/catalog-info.yaml"), secret);
        Files.createDirectory(elsewhere.resolve("folder"));
        Files.writeString(elsewhere.resolve("folder/catalog-info.yaml"), "password");
        Files.createSymbolicLink(folder.resolve("c"), elsewhere.resolve("folder"));

        List<String> refused = new ArrayList<>();
        List<String> read = new ArrayList<>();
        try (SourceReading reading = open(Map.of())) {
            for (SourceFile file : reading.files()) {
                try {
                    assertThat(file.bytes()).asString().doesNotContain("password");
                    read.add(file.location());
                } catch (SourceUnreadable unreadable) {
                    assertThat(unreadable.reason()).isEqualTo(Reason.REFUSED);
                    assertThat(unreadable).hasMessageContaining("leads out");
                    refused.add(unreadable.place());
                }
            }
        }
        assertThat(read).hasSize(3);
        assertThat(refused)
                .containsExactly("file:" + folder.resolve("b/catalog-info.yaml"), "file:" + folder.resolve("c"));
    }

    @Test
    void a_location_through_a_link_out_of_the_folder_is_refused() throws Exception {
        Files.writeString(elsewhere.resolve("secret.yaml"), "password");
        Files.createSymbolicLink(folder.resolve("out"), elsewhere);

        try (SourceReading reading = open(Map.of())) {
            SourceFile root = folderFile(reading);
            assertUnreadable(Reason.REFUSED, () -> reading.follow(root, "", "./out/secret.yaml")
                    .getFirst()
                    .bytes());
            assertUnreadable(Reason.REFUSED, () -> reading.dependency(root, "./out/secret.yaml")
                    .bytes());
        }
    }

    @Test
    void links_in_a_circle_come_to_an_end() throws Exception {
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("b"), folder.resolve("b"));

        assertThat(names(target())).containsExactlyElementsOf(DESCRIPTORS);
    }

    @Test
    void a_pipe_is_refused_without_waiting_for_it() throws Exception {
        Path pipe = folder.resolve("z/catalog-info.yaml");
        Files.createDirectories(pipe.getParent());
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        try (SourceReading reading = open(Map.of())) {
            SourceFile file = last(reading);
            assertThat(file.location()).endsWith("z/catalog-info.yaml");
            assertUnreadable(Reason.REFUSED, file::bytes);
        }
    }

    @Test
    void a_folder_named_like_a_descriptor_is_walked_and_not_read() throws Exception {
        write("b/catalog-info.yaml/catalog-info.yaml", bytes("kind: System"));

        assertThat(names(target()))
                .contains("b/catalog-info.yaml/catalog-info.yaml")
                .hasSize(4);
    }

    @Test
    void too_many_files_and_folders_end_the_reading() throws Exception {
        for (int i = 0; i < 101; i++) {
            write("many/" + i + "/catalog-info.yaml", bytes("kind: Component"));
        }
        assertUnreadable(Reason.TOO_LARGE, () -> names(target()));

        for (int i = 0; i < 501; i++) {
            write("other/" + i, new byte[0]);
        }
        assertUnreadable(Reason.TOO_LARGE, () -> names(target().withPattern("other/*.yaml")));
    }

    @Test
    void a_location_may_be_a_pattern() {
        try (SourceReading reading = open(Map.of())) {
            SourceFile root = folderFile(reading);

            assertThat(reading.follow(root, "file", "./**/*.yaml"))
                    .extracting(SourceFile::location)
                    .containsExactly(
                            "file:" + folder.resolve("a-b/catalog-info.yaml"),
                            "file:" + folder.resolve("a/catalog-info.yaml"),
                            "file:" + folder.resolve("catalog-info.yaml"),
                            "file:" + folder.resolve("more/one.yaml"));
            assertThat(reading.follow(root, "", folder + "/mo*/*.yaml")).hasSize(1);
            assertThat(reading.follow(root, "", "none/*.yaml")).isEmpty();
            assertUnreadable(Reason.REFUSED, () -> reading.follow(root, "", "../*/*.yaml"));
        }
    }

    @Test
    void a_target_of_type_url_goes_through_the_guard() {
        try (SourceReading reading = open(Map.of())) {
            SourceFile root = folderFile(reading);

            assertUnreadable(Reason.REFUSED, () -> reading.follow(root, "url", "http://169.254.169.254/latest")
                    .getFirst()
                    .bytes());
            assertUnreadable(Reason.REFUSED, () -> reading.follow(root, "url", "./more/one.yaml"));
        }
    }

    @Test
    void a_file_that_changes_while_it_is_read_is_read_once_more() throws Exception {
        Path file = Files.writeString(elsewhere.resolve("growing.yaml"), "one");
        ConfinedFiles files = changing(file, 1);

        assertThat(files.read(file)).asString().isEqualTo("one, two");
    }

    @Test
    void a_file_that_keeps_changing_is_reported() throws Exception {
        Path file = Files.writeString(elsewhere.resolve("growing.yaml"), "one");
        ConfinedFiles files = changing(file, 2);

        assertThatThrownBy(() -> files.read(file)).isInstanceOfSatisfying(SourceUnreadable.class, failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.CHANGING);
            assertThat(failure.passing()).isTrue();
        });
    }

    @Test
    void two_readings_of_one_folder_do_not_wait_for_each_other() {
        try (SourceReading first = open(Map.of());
                SourceReading second = open(Map.of())) {
            assertThat(SourceFixture.only(first).bytes())
                    .isEqualTo(SourceFixture.only(second).bytes());
        }
    }

    /// Files that are appended to in the middle of the first so many reads.
    private ConfinedFiles changing(Path file, int times) throws Exception {
        int[] left = {times};
        ConfinedFiles.Channels appending = (channel, limit) -> {
            byte[] content = ConfinedFiles.Channels.REAL.read(channel, limit);
            if (left[0] > 0) {
                left[0]--;
                Files.writeString(file, Files.readString(file) + ", two");
            }
            return content;
        };
        return new ConfinedFiles(elsewhere, elsewhere.toRealPath(), 1_000, appending);
    }

    private SourceFile folderFile(SourceReading reading) {
        for (SourceFile file : reading.files()) {
            if (file.location().equals("file:" + folder.resolve("catalog-info.yaml"))) {
                return file;
            }
        }
        throw new AssertionError("no catalog-info.yaml");
    }

    private List<String> names(SourceTarget target) {
        try (SourceReading reading = readers.open(target, Map.of())) {
            List<String> names = new ArrayList<>();
            for (SourceFile file : reading.files()) {
                names.add(folder.relativize(Path.of(file.location().substring("file:".length())))
                        .toString());
            }
            return names;
        }
    }
}
