package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds what class files do not tell: rules about the text of the sources and of the migrations.
final class SourcesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED =
            Pattern.compile("create\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");

    @Test
    void every_package_says_what_it_is_and_is_null_marked() throws IOException {
        for (Path folder : javaFiles("src/main/java", "src/bench/java")
                .map(SourcesTest::folder)
                .distinct()
                .toList()) {
            Path description = folder.resolve("package-info.java");
            assertThat(description).exists();
            assertThat(description).content().startsWith("///").contains("@NullMarked");
        }
    }

    /// On the class path the test's package-info would hide the module's, and with it what the module may use.
    @Test
    void a_test_package_leaves_its_description_to_the_package_it_tests() throws IOException {
        for (Path folder :
                javaFiles("src/test/java").map(SourcesTest::folder).distinct().toList()) {
            Path described = MAIN.resolve(Path.of("src/test/java").relativize(folder));
            boolean tests = Files.exists(described.resolve("package-info.java"));
            assertThat(Files.exists(folder.resolve("package-info.java")))
                    .as("package-info.java in " + folder)
                    .isNotEqualTo(tests);
        }
    }

    @Test
    void a_file_has_one_idea() throws IOException {
        for (Path file : javaFiles("src/main/java", "src/bench/java", "src/test/java", "src/testbench/java")
                .toList()) {
            int limit = name(file).endsWith("View.java") ? 200 : 400;
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(limit);
        }
    }

    @Test
    void nothing_is_left_to_be_done_later() throws IOException {
        Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
        for (Path file : javaFiles("src").toList()) {
            assertThat(later.matcher(Files.readString(file)).find())
                    .as(file.toString())
                    .isFalse();
        }
    }

    /// The formatter breaks a `///` line that is too long into one of `//`, which cuts the documentation in two.
    @Test
    void no_documentation_is_cut_in_two() throws IOException {
        Pattern cut = Pattern.compile("\\n *///[^\\n]*\\n *//(?!/)");
        for (Path file : javaFiles("src").toList()) {
            assertThat(cut.matcher(Files.readString(file)).find())
                    .as("a line above 120 characters in the documentation of " + file)
                    .isFalse();
        }
    }

    /// Whether a right is held before a thing is chosen is for `Access.open` to say: a scope is for lists, and one that
    /// is not empty gives nobody a right that is about no thing.
    @Test
    void nobody_takes_a_scope_for_a_right() throws IOException {
        Set<String> scopes = new TreeSet<>();
        for (Path file : javaFiles("src/main/java").toList()) {
            if (Files.readString(file).contains("instanceof Scope.None")) {
                scopes.add(name(file));
            }
        }
        assertThat(scopes).containsExactly("Access.java", "EntityReading.java", "Rights.java");
    }

    @Test
    void tests_wait_for_a_condition_and_never_sleep() throws IOException {
        String sleep = "Thread." + "sleep(";
        for (Path file : javaFiles("src/test/java").toList()) {
            assertThat(file).content().as(file.toString()).doesNotContain(sleep, "TimeUnit.SECONDS." + "sleep(");
        }
    }

    @Test
    void a_migration_belongs_to_a_module_and_names_its_tables_after_it() throws IOException {
        for (Path migration : files(MIGRATIONS, ".sql").toList()) {
            String module = name(folder(migration));
            assertThat(name(migration)).as(migration.toString()).matches("V\\d{12}__[a-z0-9_]+\\.sql");
            if (!module.equals("__root")) {
                assertThat(MAIN.resolve("dev/portico").resolve(module)).isDirectory();
                Matcher created = CREATED.matcher(Files.readString(migration).toLowerCase(Locale.ROOT));
                while (created.find()) {
                    assertThat(created.group(1)).as(migration.toString()).startsWith(module + "_");
                }
            }
        }
    }

    @Test
    void no_two_migrations_of_a_module_share_a_version() throws IOException {
        List<String> versions = files(MIGRATIONS, ".sql")
                .map(migration ->
                        name(folder(migration)) + "/" + name(migration).split("__", 2)[0])
                .toList();
        assertThat(versions).doesNotHaveDuplicates();
    }

    private static Stream<Path> javaFiles(String... roots) throws IOException {
        Stream<Path> all = Stream.empty();
        for (String root : roots) {
            all = Stream.concat(all, files(Path.of(root), ".java"));
        }
        return all;
    }

    private static Stream<Path> files(Path root, String ending) throws IOException {
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> name(file).endsWith(ending)).toList().stream();
        }
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
