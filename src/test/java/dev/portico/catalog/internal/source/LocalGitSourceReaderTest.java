package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalGitSourceReaderTest extends SourceReaderContract {

    @TempDir
    Path folder;

    private GitFixture git;

    @Override
    @BeforeEach
    void lay_out() throws Exception {
        git = new GitFixture(folder.resolve("shop.git"));
        super.lay_out();
    }

    @AfterEach
    void stop() {
        git.close();
    }

    @Override
    SourceReaders readers() {
        return SourceFixture.readers(folder.resolve("home"), name -> Optional.empty());
    }

    @Override
    SourceTarget target() {
        return SourceTarget.of("git", git.folder().toString());
    }

    @Override
    SourceTarget missing() {
        return SourceTarget.of("git", folder.resolve("none.git").toString());
    }

    @Override
    void write(String path, byte[] content) throws IOException {
        git.commit(path, content);
    }

    @Test
    void the_version_is_the_commit() throws Exception {
        ObjectId commit = git.commit("x", bytes("x"));

        try (SourceReading reading = open(Map.of())) {
            assertThat(reading.version()).hasValue(commit.name());
        }
    }

    @Test
    void a_reading_stays_at_its_commit() throws Exception {
        try (SourceReading reading = open(Map.of())) {
            git.commit("catalog-info.yaml", bytes("kind: Later"));

            assertThat(last(reading).bytes()).asString().startsWith("kind: Component");
        }
    }

    @Test
    void a_branch_or_tag_can_be_named() throws Exception {
        git.commit("feature/x", "catalog-info.yaml", FileMode.REGULAR_FILE, bytes("kind: Feature"));

        try (SourceReading reading = readers().open(target().withBranch("feature/x"), Map.of())) {
            SourceFile file = SourceFixture.only(reading);
            assertThat(file.bytes()).asString().isEqualTo("kind: Feature");
            assertThat(file.location()).isEqualTo("git:" + git.folder() + "#feature/x:catalog-info.yaml");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "refs/heads/main"})
    void a_branch_that_is_not_there_is_missing(String branch) {
        assertUnreadable(Reason.MISSING, () -> readers().open(target().withBranch(branch), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../etc", "a..b", "a b", "-x~1", "@{-1}", "a.lock", "*"})
    void a_branch_that_cannot_be_one_is_refused(String branch) {
        assertUnreadable(Reason.REFUSED, () -> readers().open(target().withBranch(branch), Map.of()));
    }

    @Test
    void a_folder_that_is_no_repository_is_refused() throws Exception {
        Path plain = Files.createDirectory(folder.resolve("plain"));

        assertUnreadable(Reason.REFUSED, () -> readers().open(SourceTarget.of("git", plain.toString()), Map.of()));
    }

    @Test
    void a_repository_without_a_commit_is_missing() throws Exception {
        try (GitFixture empty = new GitFixture(folder.resolve("empty.git"))) {
            SourceTarget target = SourceTarget.of("git", empty.folder().toString());
            assertUnreadable(Reason.MISSING, () -> readers().open(target, Map.of()));
        }
    }

    @Test
    void links_are_problems_and_submodules_are_passed_over() throws Exception {
        git.commit("main", "b/catalog-info.yaml", FileMode.SYMLINK, bytes("/etc/passwd"));
        git.commit("main", "c/catalog-info.yaml", FileMode.GITLINK, new byte[0]);
        git.commit("main", "d/catalog-info.yaml", FileMode.EXECUTABLE_FILE, bytes("kind: API"));

        try (SourceReading reading = open(Map.of())) {
            List<SourceFile> files =
                    StreamSupport.stream(reading.files().spliterator(), false).toList();
            assertThat(files).hasSize(5);
            assertUnreadable(Reason.REFUSED, () -> files.get(2).bytes());
            assertThat(files.get(4).location()).endsWith("d/catalog-info.yaml");
            assertThat(files.get(4).bytes()).asString().isEqualTo("kind: API");
        }
    }

    @Test
    void a_pattern_says_which_files_are_descriptors() {
        try (SourceReading reading = readers().open(target().withPattern("more/**/*.yaml"), Map.of())) {
            assertThat(reading.files()).singleElement().satisfies(file -> assertThat(file.location())
                    .endsWith("#main:more/one.yaml"));
        }
        try (SourceReading reading = readers().open(target().withPattern("none/*.yaml"), Map.of())) {
            assertUnreadable(Reason.MISSING, () -> reading.files().iterator());
        }
    }

    @Test
    void a_location_may_be_a_pattern_or_begin_at_the_root() {
        try (SourceReading reading = open(Map.of())) {
            SourceFile inFolder = SourceFixture.only(reading);
            assertThat(inFolder.location()).endsWith("a-b/catalog-info.yaml");

            assertThat(reading.follow(inFolder, "", "../*/catalog-info.yaml")).hasSize(2);
            assertThat(reading.follow(inFolder, "", "/more/one.yaml").getFirst().bytes())
                    .asString()
                    .isEqualTo("kind: API");
            assertThat(reading.dependency(inFolder, "../a/openapi.json").bytes())
                    .asString()
                    .isEqualTo("{}");
        }
    }

    @Test
    void a_tree_made_of_itself_comes_to_an_end() throws Exception {
        git.commitBomb(10, 10);

        long began = System.nanoTime();
        assertUnreadable(Reason.TOO_LARGE, () -> {
            try (SourceReading reading = open(Map.of())) {
                reading.files().forEach(SourceFile::location);
            }
        });
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_repository_is_read_and_not_written() throws Exception {
        List<Path> before = tree();

        known();

        assertThat(tree()).isEqualTo(before);
        assertThat(folder.resolve("home/git")).doesNotExist();
    }

    @Test
    void an_object_that_is_damaged_is_a_passing_failure() throws Exception {
        try (SourceReading reading = open(Map.of())) {
            SourceFile file = last(reading);
            String blob = file.fingerprint().substring("git:".length());
            Path object = git.folder().resolve("objects/" + blob.substring(0, 2) + '/' + blob.substring(2));
            assertThat(object.toFile().setWritable(true)).isTrue();
            Files.write(object, new byte[] {1, 2, 3});

            assertUnreadable(Reason.CHANGING, file::bytes);
        }
    }

    private List<Path> tree() throws IOException {
        try (var walk = Files.walk(git.folder())) {
            return walk.sorted().toList();
        }
    }
}
