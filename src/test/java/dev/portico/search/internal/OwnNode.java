package dev.portico.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.access.Access;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Reader;
import dev.portico.search.FacetCount;
import dev.portico.search.Filter;
import dev.portico.search.Hit;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import dev.portico.search.SearchSettings;
import dev.portico.search.sources.DocumentField;
import dev.portico.search.sources.SearchDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/// The index of one more node on the tests' database, with a folder of its own, that can be stopped and started.
final class OwnNode implements AutoCloseable {

    private static final Reader ADMIN = Reader.system("test");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path root;
    private final Folders folders;
    private final Follower follower;
    private final Search search;

    OwnNode(Path root, Folders.Disk disk, Registered registered, ChangeFeed feed, Access access) {
        this.root = root;
        this.folders = new Folders(root, disk);
        SearchSettings settings =
                new SearchSettings(DataSize.ofMegabytes(1), Duration.ofSeconds(5), Duration.ofMillis(100));
        this.follower = new Follower(new Indexes(folders, registered, feed, settings), feed, settings);
        this.search = new LuceneSearch(follower, registered, new Scopes(access, registered));
    }

    Search search() {
        return search;
    }

    OwnNode start() {
        follower.start();
        return this;
    }

    @Override
    public void close() {
        follower.stop();
    }

    /// The folder in force.
    Path folder() throws IOException {
        return folders.inForce().orElseThrow();
    }

    /// The folders of all indexes, finished or not.
    List<Path> allFolders() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    /// Returns once the index holds and answers what the database has; fails where it does not come to that.
    void equalsDatabase(OddCompany company) throws Exception {
        Eventually.holds(PATIENCE, "the index follows", () -> search.follow(PATIENCE));
        Eventually.passes(Duration.ofSeconds(10), () -> compare(company.stored()));
    }

    private void compare(List<SearchDocument> stored) {
        Map<String, SearchDocument> expected =
                stored.stream().collect(Collectors.toMap(SearchDocument::id, document -> document));
        Map<String, Hit> held = search.documents(CatalogPermissions.ENTITY, expected.keySet(), ADMIN);
        assertThat(held.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, document) -> {
            Hit hit = Objects.requireNonNull(held.get(id));
            assertThat(hit.json()).isEqualTo(document.json());
            assertThat(hit.summary()).isEqualTo(document.summary());
        });
        assertThat(refs(Filter.everything())).isEqualTo(new TreeSet<>(expected.keySet()));
        for (String path : List.of("kind", "spec.type", "relations.ownedBy", "metadata.labels.tier")) {
            Map<String, Long> counts = new TreeMap<>();
            stored.forEach(document -> values(document, path).forEach(value -> counts.merge(value, 1L, Long::sum)));
            assertThat(counts(path)).as(path).isEqualTo(counts);
            counts.keySet().stream().limit(3).forEach(value -> assertThat(refs(new Filter.OneOf(path, value)))
                    .as(path + "=" + value)
                    .isEqualTo(stored.stream()
                            .filter(document -> values(document, path).stream().anyMatch(value::equalsIgnoreCase))
                            .map(SearchDocument::id)
                            .collect(Collectors.toCollection(TreeSet::new))));
        }
    }

    private Set<String> refs(Filter filter) {
        Results results = search.find(
                SearchQuery.list(
                        CatalogPermissions.ENTITY, filter, List.of(Order.by("metadata.name")), Page.first(Page.MOST)),
                ADMIN);
        assertThat(results.total()).isEqualTo(results.hits().size());
        return results.hits().stream().map(Hit::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Long> counts(String path) {
        SearchQuery everything =
                SearchQuery.list(CatalogPermissions.ENTITY, Filter.everything(), List.of(), Page.first(0));
        return search.facets(everything, List.of(path), ADMIN).getOrDefault(path, List.of()).stream()
                .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
    }

    private static Set<String> values(SearchDocument document, String path) {
        return document.fields().stream()
                .filter(field -> field.path().equals(path))
                .map(DocumentField::value)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
