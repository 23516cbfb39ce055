package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every reader of sources promises. An adapter says how to write a file and what its source is.
abstract class SourceReaderContract {

    /// The files of the layout that every source of this contract holds, in the order of their paths.
    static final List<String> DESCRIPTORS =
            List.of("a-b/catalog-info.yaml", "a/catalog-info.yaml", "catalog-info.yaml");

    /// The readers under test.
    abstract SourceReaders readers();

    /// The source that holds what was written.
    abstract SourceTarget target();

    /// A source of the same type with nothing there.
    abstract SourceTarget missing();

    /// Writes a file into the source.
    abstract void write(String path, byte[] content) throws Exception;

    /// Which of the layout's files are root files of the source.
    List<String> roots() {
        return DESCRIPTORS;
    }

    /// A target that leads out of the source.
    String outside() {
        return "../../../../../../../../../../etc/passwd";
    }

    @BeforeEach
    void lay_out() throws Exception {
        for (String path : DESCRIPTORS) {
            write(path, bytes("kind: Component # " + path));
        }
        write("a/openapi.json", bytes("{}"));
        write("more/one.yaml", bytes("kind: API"));
    }

    @Test
    void files_come_in_the_order_of_their_paths() {
        try (SourceReading reading = open(Map.of())) {
            assertThat(reading.files())
                    .extracting(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                    .containsExactlyElementsOf(roots().stream()
                            .map(path -> "kind: Component # " + path)
                            .toList());
        }
    }

    @Test
    void a_location_says_its_type_and_the_path() {
        try (SourceReading reading = open(Map.of())) {
            Iterator<String> paths = roots().iterator();
            for (SourceFile file : reading.files()) {
                assertThat(file.location()).containsPattern("^[a-z]+:.+").endsWith(paths.next());
            }
            assertThat(paths.hasNext()).isFalse();
        }
    }

    @Test
    void a_first_reading_finds_nothing_unchanged() {
        try (SourceReading reading = open(Map.of())) {
            assertThat(SourceFixture.unchanged(reading)).hasSize(roots().size()).doesNotContainValue(true);
        }
    }

    @Test
    void what_was_read_before_is_unchanged() {
        Map<String, String> known = known();

        try (SourceReading reading = open(known)) {
            assertThat(SourceFixture.unchanged(reading)).hasSize(roots().size()).doesNotContainValue(false);
        }
    }

    @Test
    void an_unchanged_file_can_be_read_all_the_same() {
        Map<String, String> known = known();

        try (SourceReading reading = open(known)) {
            SourceFile file = SourceFixture.only(reading);
            assertThat(file.unchanged()).isTrue();
            assertThat(file.bytes()).asString().startsWith("kind: Component");
        }
    }

    @Test
    void what_changed_is_changed_and_nothing_else() throws Exception {
        Map<String, String> known = known();

        write("catalog-info.yaml", bytes("kind: Component # two"));

        try (SourceReading reading = open(known)) {
            Map<String, Boolean> unchanged = SourceFixture.unchanged(reading);
            assertThat(List.copyOf(unchanged.values()).getLast()).isFalse();
            assertThat(unchanged.values()).filteredOn(same -> same).hasSize(roots().size() - 1);
        }
    }

    @Test
    void a_fingerprint_is_short_and_depends_on_the_content() throws Exception {
        Map<String, String> before = known();
        write("catalog-info.yaml", bytes("kind: Component # two"));
        Map<String, String> after = known();

        assertThat(before.keySet()).isEqualTo(after.keySet());
        assertThat(before).isNotEqualTo(after);
        assertThat(after.values())
                .allSatisfy(fingerprint -> assertThat(fingerprint).hasSizeLessThan(500));
    }

    @Test
    void a_location_is_followed_relative_to_its_file() {
        try (SourceReading reading = open(Map.of())) {
            SourceFile root = last(reading);

            assertThat(reading.follow(root, "", "./more/one.yaml"))
                    .singleElement()
                    .satisfies(file -> assertThat(file.bytes()).asString().isEqualTo("kind: API"));
            assertThat(reading.follow(root, "", "more/../a/catalog-info.yaml"))
                    .singleElement()
                    .satisfies(file -> assertThat(file.location()).endsWith("a/catalog-info.yaml"));
        }
    }

    @Test
    void a_followed_file_is_unchanged_when_its_fingerprint_is_known() {
        Map<String, String> known;
        try (SourceReading reading = open(Map.of())) {
            SourceFile file = reading.follow(last(reading), "", "more/one.yaml").getFirst();
            known = Map.of(file.location(), file.fingerprint());
        }
        try (SourceReading reading = open(known)) {
            assertThat(reading.follow(last(reading), "", "more/one.yaml")
                            .getFirst()
                            .unchanged())
                    .isTrue();
        }
    }

    @Test
    void a_location_that_leads_nowhere_is_a_file_that_is_missing() {
        try (SourceReading reading = open(Map.of())) {
            List<SourceFile> found = reading.follow(last(reading), "", "more/none.yaml");

            assertThat(found).hasSize(1);
            assertUnreadable(Reason.MISSING, () -> found.getFirst().bytes());
            assertUnreadable(Reason.MISSING, () -> found.getFirst().fingerprint());
        }
    }

    @Test
    void a_location_that_leads_out_is_refused() {
        try (SourceReading reading = open(Map.of())) {
            SourceFile root = last(reading);

            assertUnreadable(
                    Reason.REFUSED,
                    () -> reading.follow(root, "", outside()).getFirst().bytes());
        }
    }

    @Test
    void a_location_of_an_unknown_type_is_refused() {
        try (SourceReading reading = open(Map.of())) {
            SourceFile root = last(reading);

            assertUnreadable(Reason.REFUSED, () -> reading.follow(root, "ldap", "./more/one.yaml"));
        }
    }

    @Test
    void a_dependency_is_read_relative_to_its_file() {
        try (SourceReading reading = open(Map.of())) {
            SourceFile dependency = reading.dependency(last(reading), "./a/openapi.json");

            assertThat(dependency.bytes()).asString().isEqualTo("{}");
            assertThat(dependency.location()).endsWith("a/openapi.json");
            assertThat(dependency.fingerprint()).isNotEmpty();
        }
    }

    @Test
    void a_dependency_that_leads_out_is_refused() {
        try (SourceReading reading = open(Map.of())) {
            SourceFile root = last(reading);

            assertUnreadable(
                    Reason.REFUSED, () -> reading.dependency(root, outside()).bytes());
            assertUnreadable(Reason.REFUSED, () -> reading.dependency(root, "https://elsewhere.example.com/secret")
                    .bytes());
            assertUnreadable(Reason.REFUSED, () -> reading.dependency(root, "file:///etc/passwd")
                    .bytes());
        }
    }

    @Test
    void a_file_that_is_too_large_is_refused_and_its_neighbours_are_read() throws Exception {
        write("catalog-info.yaml", new byte[SourceFixture.LIMIT + 1]);

        try (SourceReading reading = open(Map.of())) {
            List<String> read = new ArrayList<>();
            for (SourceFile file : reading.files()) {
                try {
                    file.bytes();
                    read.add(file.location());
                } catch (SourceUnreadable tooLarge) {
                    assertThat(tooLarge.reason()).isEqualTo(Reason.TOO_LARGE);
                }
            }
            assertThat(read).hasSize(roots().size() - 1);
        }
    }

    @Test
    void a_file_of_just_the_limit_is_read() throws Exception {
        write("catalog-info.yaml", new byte[SourceFixture.LIMIT]);

        try (SourceReading reading = open(Map.of())) {
            assertThat(last(reading).bytes()).hasSize(SourceFixture.LIMIT);
        }
    }

    @Test
    void a_source_with_nothing_there_is_missing() {
        assertUnreadable(Reason.MISSING, () -> {
            try (SourceReading reading = readers().open(missing(), Map.of())) {
                SourceFixture.only(reading).bytes();
            }
        });
    }

    @Test
    void a_failure_names_its_place_and_is_a_sentence() {
        assertThatThrownBy(() -> {
                    try (SourceReading reading = readers().open(missing(), Map.of())) {
                        SourceFixture.only(reading).bytes();
                    }
                })
                .isInstanceOfSatisfying(SourceUnreadable.class, failure -> {
                    assertThat(failure.place()).isNotBlank();
                    assertThat(failure.sentence()).contains(" ").doesNotContain("Exception");
                });
    }

    @Test
    void closing_twice_is_closing_once_and_a_source_can_be_opened_again() {
        SourceReading first = open(Map.of());
        SourceFixture.only(first);
        first.close();
        first.close();

        try (SourceReading second = open(Map.of())) {
            assertThat(SourceFixture.only(second).bytes()).isNotEmpty();
        }
    }

    @Test
    void a_source_is_closed_without_being_read_to_the_end() {
        try (SourceReading reading = open(Map.of())) {
            assertThat(reading.files().iterator().hasNext()).isTrue();
        }
    }

    final SourceReading open(Map<String, String> known) {
        return readers().open(target(), known);
    }

    /// The file at the top of the layout.
    final SourceFile last(SourceReading reading) {
        SourceFile last = null;
        for (SourceFile file : reading.files()) {
            last = file;
        }
        assertThat(last).isNotNull();
        return java.util.Objects.requireNonNull(last);
    }

    final Map<String, String> known() {
        try (SourceReading reading = open(Map.of())) {
            return SourceFixture.fingerprints(reading);
        }
    }

    static void assertUnreadable(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SourceUnreadable.class, failure -> assertThat(failure.reason())
                .isEqualTo(reason));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
