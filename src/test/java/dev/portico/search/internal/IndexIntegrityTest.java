package dev.portico.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.access.Access;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.Sources;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.search.FacetCount;
import dev.portico.search.Filter;
import dev.portico.search.Hit;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.store.FSDirectory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/// Promise: whatever becomes of an index's files, nobody is answered from them, and the index ends equal to the
/// database; while a disk is full, what was held before goes on being answered.
@PorticoTest
final class IndexIntegrityTest {

    private static final int ROUNDS = Boolean.getBoolean("portico.long") ? 50 : 3;
    private static final int ENTITIES = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Sources sources;

    @Autowired
    private Registered registered;

    @Autowired
    private ChangeFeed feed;

    @Autowired
    private Access access;

    @TempDir
    private Path root;

    private OddCompany company;

    @BeforeEach
    void found() {
        company = new OddCompany(sources, registered);
    }

    @AfterEach
    void dissolve() {
        company.remove();
    }

    @ParameterizedTest
    @EnumSource
    void a_damaged_index_is_found_and_built_anew(Damage damage) throws Exception {
        long seed = Long.getLong("portico.search.seed", 20261122);
        Random random = new Random(seed + damage.name().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            Path folder;
            try (OwnNode node = node(FSDirectory::open).start()) {
                company.push(random.nextLong(), ENTITIES);
                assertThat(node.search().follow(PATIENCE)).isTrue();
                company.push(random.nextLong(), ENTITIES);
                node.equalsDatabase(company);
                folder = node.folder();
            }
            damage.strike(folder, random);
            try (OwnNode node = node(FSDirectory::open).start()) {
                node.equalsDatabase(company);
                assertThat(node.folder()).as("round %s of %s", round, damage).isNotEqualTo(folder);
                Eventually.holds(PATIENCE, "only the index in force is kept", () -> node.allFolders()
                        .equals(List.of(node.folder())));
            }
        }
    }

    @Test
    void an_index_that_nobody_damaged_is_taken_up_where_it_was_left() throws Exception {
        Path folder;
        try (OwnNode node = node(FSDirectory::open).start()) {
            company.push(1, ENTITIES);
            node.equalsDatabase(company);
            folder = node.folder();
        }
        company.push(2, ENTITIES);
        Path unfinished = Files.createDirectory(root.resolve("unfinished"));
        try (OwnNode node = node(FSDirectory::open).start()) {
            node.equalsDatabase(company);
            assertThat(node.folder()).isEqualTo(folder);
            assertThat(unfinished).as("what a killed build left").doesNotExist();
        }
    }

    @Test
    void while_the_disk_is_full_the_old_view_answers_and_then_the_index_follows() throws Exception {
        Random random = new Random(Long.getLong("portico.search.seed", 20261122));
        SmallDisk disk = new SmallDisk();
        try (OwnNode node = node(disk).start()) {
            int version = 0;
            for (int round = 0; round < ROUNDS; round++) {
                push(++version);
                node.equalsDatabase(company);
                disk.roomFor(random.nextInt(20_000));
                int held = version;
                while (node.search().state().failure() == null) {
                    push(++version);
                    int known = version;
                    Eventually.holds(
                            PATIENCE,
                            "the index follows, or says why not",
                            () -> node.search().state().failure() != null || shown(node) == known);
                    int shown = shown(node);
                    assertThat(shown).as("never an older view").isBetween(held, version);
                    held = shown;
                }
                assertThat(node.search().state().failure()).contains("No space left on device");
                Health health = new IndexHealth(node.search(), new SimpleMeterRegistry()).health();
                assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                assertThat(health.getDetails()).containsKey("failure");
                if (random.nextBoolean()) {
                    node.search().rebuild();
                }
                push(++version);
                assertThat(shown(node)).as("never an older view").isBetween(held, version);
                disk.roomForAll();
                node.equalsDatabase(company);
                assertThat(shown(node)).isEqualTo(version);
                Eventually.holds(PATIENCE, "it is well again", () -> {
                    return !node.search().state().rebuilding()
                            && node.search().state().failure() == null;
                });
                assertThat(node.allFolders()).as("nothing unfinished is kept").containsExactly(node.folder());
            }
        }
        try (OwnNode node = node(disk).start()) {
            node.equalsDatabase(company);
        }
    }

    @Test
    void while_it_is_built_anew_it_goes_on_answering_in_full() throws Exception {
        try (OwnNode node = node(FSDirectory::open).start()) {
            company.push(3, 4 * ENTITIES);
            node.equalsDatabase(company);
            long total = everything(node).total();
            Path before = node.folder();
            int asked = 0;
            node.search().rebuild();
            while (node.search().state().rebuilding()) {
                assertThat(everything(node).total()).isEqualTo(total);
                asked++;
            }
            assertThat(asked).isPositive();
            assertThat(node.folder()).isNotEqualTo(before);
            node.equalsDatabase(company);
        }
    }

    @Test
    void without_an_index_no_question_is_answered_to_anybody() {
        company.push(1, 1);
        SearchQuery everything =
                SearchQuery.list(CatalogPermissions.ENTITY, Filter.everything(), List.of(), Page.first(10));
        try (OwnNode node = node(FSDirectory::open)) {
            Search search = node.search();
            for (Reader reader : List.of(Reader.system("test"), Reader.anonymous())) {
                List<ThrowingCallable> questions = List.of(
                        () -> search.find(everything, reader),
                        () -> search.facets(everything, List.of("kind"), reader),
                        () -> search.document(CatalogPermissions.ENTITY, "component:default/any", reader),
                        () -> search.documents(CatalogPermissions.ENTITY, List.of("component:default/any"), reader),
                        () -> search.suggest("any", Set.of(), 10, reader),
                        () -> search.reasons("any", CatalogPermissions.ENTITY, "component:default/any", reader));
                assertThat(questions)
                        .allSatisfy(question -> assertThatThrownBy(question).isInstanceOf(Refusal.Unavailable.class));
            }
        }
    }

    private OwnNode node(Folders.Disk disk) {
        return new OwnNode(root, disk, registered, feed, access);
    }

    /// Forty entities that all say the same version.
    private void push(int version) {
        StringBuilder documents = new StringBuilder();
        for (int number = 0; number < 40; number++) {
            documents.append("""
                    ---
                    apiVersion: backstage.io/v1alpha1
                    kind: Component
                    metadata: {name: part-%s, namespace: SPACE, labels: {version: v%s}}
                    spec: {type: service, lifecycle: production, owner: somebody}
                    """.formatted(number, version));
        }
        company.push(documents.toString());
    }

    /// The version that is answered, which has to be one.
    private int shown(OwnNode node) {
        SearchQuery here = new SearchQuery(Set.of(), company.here(), "", List.of(), Page.first(0), false);
        Map<String, List<FacetCount>> counts =
                node.search().facets(here, List.of("metadata.labels.version"), OddCompany.ADMIN);
        List<FacetCount> versions = counts.getOrDefault("metadata.labels.version", List.of());
        assertThat(versions).as("one whole push").singleElement().satisfies(version -> assertThat(version.count())
                .isEqualTo(40));
        return Integer.parseInt(versions.getFirst().value().substring(1));
    }

    private Results everything(OwnNode node) {
        Results results = node.search()
                .find(
                        new SearchQuery(
                                Set.of(),
                                company.here(),
                                "",
                                List.of(Order.by("metadata.name")),
                                Page.first(1_000),
                                false),
                        Reader.system("test"));
        assertThat(results.hits()).extracting(Hit::id).doesNotHaveDuplicates();
        assertThat(results.total()).isEqualTo(results.hits().size());
        return results;
    }
}
