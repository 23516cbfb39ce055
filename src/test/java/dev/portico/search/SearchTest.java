package dev.portico.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// What people find, through the front door, in entities of a namespace of the test's own.
@PorticoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchTest {

    private static final String SPACE = "search-" + UUID.randomUUID().toString().substring(0, 8);
    private static final Reader ADMIN = Reader.system("test");
    private static final Reader GUEST = new Reader("test", null, "Guest", null, Set.of(), Set.of("guest"), null);
    private static final Filter HERE = new Filter.OneOf("metadata.namespace", SPACE);
    private static final String LONG = "Ein sehr langer Satz. ".repeat(1_000) + "needle-in-the-hay";

    @Autowired
    private Search search;

    @Autowired
    private Sources sources;

    @BeforeAll
    void fill() {
        push(
                component("fare-engine", "title: Fare Engine", "Computes the price of a journey", "public"),
                component("ticketPrinter", null, "Prints tickets on paper", "internal"),
                component("timetable", "title: The Times", LONG, "public"),
                component("techdocs", null, "Docs", "public"),
                component("team-board", null, "A board", "public"));
    }

    @AfterAll
    void empty() {
        sources.remove(SPACE, ADMIN);
    }

    @Test
    void what_was_written_is_found_when_the_write_returns() {
        assertThat(names(ADMIN, HERE)).hasSize(5);
    }

    @Test
    void filters_compare_without_regard_to_case_and_length() {
        assertThat(names(ADMIN, here(new Filter.OneOf("METADATA.name", "TICKETPRINTER"))))
                .containsExactly("ticketprinter");
        assertThat(names(ADMIN, here(new Filter.OneOf("metadata.description", LONG))))
                .containsExactly("timetable");
        assertThat(names(ADMIN, here(new Filter.OneOf("metadata.description", LONG + "!"))))
                .isEmpty();
        assertThat(names(ADMIN, here(new Filter.Contains("metadata.description", "Needle-in"))))
                .containsExactly("timetable");
        assertThat(names(ADMIN, here(new Filter.StartsWith("metadata.name", "T"))))
                .containsExactlyInAnyOrder("ticketprinter", "timetable", "techdocs", "team-board");
        assertThat(names(ADMIN, here(new Filter.Not(new Filter.Exists("metadata.title")))))
                .containsExactlyInAnyOrder("ticketprinter", "techdocs", "team-board");
        assertThat(names(ADMIN, here(new Filter.OneOf("metadata.tags.java", "true"))))
                .hasSize(5);
    }

    @Test
    void a_list_is_walked_page_by_page_in_both_directions() {
        for (String path : List.of("metadata.name", "metadata.title", "metadata.description", "spec.owner")) {
            for (boolean descending : List.of(false, true)) {
                Order order = new Order(path, descending, Order.Absent.LAST);
                List<String> all = names(ADMIN, HERE, order);
                List<String> forward = new ArrayList<>();
                Results results = find(ADMIN, HERE, order, Page.first(2));
                Place last = new Place(List.of(), "");
                while (!results.hits().isEmpty()) {
                    results.hits().forEach(hit -> forward.add(name(hit)));
                    last = results.hits().getLast().place();
                    assertThat(results.more()).isEqualTo(forward.size() < all.size());
                    results = find(ADMIN, HERE, order, Page.after(last, 2));
                }
                assertThat(forward).as(order.toString()).isEqualTo(all);
                List<String> before = find(ADMIN, HERE, order, Page.before(last, 3)).hits().stream()
                        .map(SearchTest::name)
                        .toList();
                assertThat(before).as(order.toString()).isEqualTo(all.subList(1, 4));
            }
        }
    }

    @Test
    void documents_without_a_value_come_last_or_are_left_out() {
        assertThat(names(ADMIN, HERE, new Order("metadata.title", true, Order.Absent.LAST)))
                .startsWith("timetable", "fare-engine")
                .hasSize(5);
        assertThat(names(ADMIN, HERE, new Order("metadata.title", false, Order.Absent.LEFT_OUT)))
                .containsExactly("fare-engine", "timetable");
    }

    @Test
    void a_reader_finds_counts_and_is_suggested_only_what_may_be_read() {
        assertThat(names(GUEST, HERE)).hasSize(4).doesNotContain("ticketprinter");
        assertThat(search.facets(list(HERE), List.of("kind", "metadata.annotations.secret"), GUEST))
                .containsEntry("kind", List.of(new FacetCount("Component", 4)))
                .containsEntry(
                        "metadata.annotations.secret",
                        List.of(
                                new FacetCount("of fare-engine", 1),
                                new FacetCount("of team-board", 1),
                                new FacetCount("of techdocs", 1),
                                new FacetCount("of timetable", 1)));
        assertThat(search.suggest("ticketPr", Set.of(), 10, ADMIN)).isNotEmpty();
        assertThat(search.suggest("ticketPr", Set.of(), 10, GUEST)).isEmpty();
        assertThat(search.document(CatalogPermissions.ENTITY, ref("ticketprinter"), ADMIN))
                .isPresent();
        assertThat(search.document(CatalogPermissions.ENTITY, ref("ticketprinter"), GUEST))
                .isEmpty();
        assertThat(search.reasons("paper", CatalogPermissions.ENTITY, ref("ticketprinter"), GUEST))
                .isEmpty();
        assertThat(text("tickets", GUEST).hits()).isEmpty();
        assertThat(names(Reader.anonymous(), HERE)).isEmpty();
    }

    @Test
    void a_name_is_suggested_while_its_second_word_is_begun() {
        assertThat(search.suggest("fare-e", Set.of(), 10, ADMIN))
                .extracting(Suggestion::id)
                .contains(ref("fare-engine"));
        assertThat(search.suggest("fare-x", Set.of(), 10, ADMIN))
                .extracting(Suggestion::id)
                .doesNotContain(ref("fare-engine"));
    }

    @Test
    void words_are_found_as_they_are_as_beginnings_by_their_stem_and_misspelled() {
        assertThat(found("fare")).first().isEqualTo("fare-engine");
        assertThat(found("Engine fare")).first().isEqualTo("fare-engine");
        assertThat(found("times")).first().isEqualTo("timetable");
        assertThat(found("timetable"))
                .as("by its name, though it has a title")
                .first()
                .isEqualTo("timetable");
        assertThat(found("printer")).first().isEqualTo("ticketprinter");
        assertThat(found("journeys")).containsExactly("fare-engine");
        assertThat(found("jurney")).as("misspelled").contains("fare-engine");
        assertThat(found("needle")).containsExactly("timetable");
        List<String> tech = found("tech");
        assertThat(tech).first().isEqualTo("techdocs");
        assertThat(tech).doesNotContain("team-board");
    }

    @Test
    void a_hit_shows_the_passage_and_says_why() {
        Hit hit = text("journeys", ADMIN).hits().getFirst();
        assertThat(hit.snippets()).singleElement().satisfies(snippet -> {
            assertThat(snippet.label()).isEqualTo("description");
            assertThat(snippet.parts())
                    .filteredOn(Snippet.Part::found)
                    .extracting(Snippet.Part::text)
                    .containsExactly("journey");
            assertThat(snippet.parts().stream().map(Snippet.Part::text).toList())
                    .containsExactly("Computes the price of a ", "journey");
        });
        assertThat(search.reasons("journeys fare", hit.type(), hit.id(), ADMIN))
                .extracting(Reason::sentence)
                .containsExactly(
                        "“fare” is a word of its name.", "“journey” in its description is another form of “journeys”.");
    }

    @Test
    void what_is_gone_is_not_found_any_more() {
        String source = SPACE + "-gone";
        sources.push(source, List.of(upload(component("shortlived", null, "Soon gone", "public"))), ADMIN);
        assertThat(names(ADMIN, HERE)).contains("shortlived");
        sources.remove(source, ADMIN);
        assertThat(names(ADMIN, HERE)).doesNotContain("shortlived").hasSize(5);
    }

    @Test
    void an_index_that_is_built_anew_holds_the_same() throws Exception {
        // That an owner is unknown is found beside the tests.
        Eventually.holds(Duration.ofSeconds(30), "every problem is known", () -> documents().values().stream()
                .noneMatch(hit -> hit.summary().toString().contains("\"problems\":0")));
        Map<String, Hit> before = documents();
        search.rebuild();
        Eventually.holds(Duration.ofSeconds(30), "the index is built", () -> !search.state()
                .rebuilding());
        assertThat(documents()).isEqualTo(before);
    }

    private Map<String, Hit> documents() {
        return search.documents(
                CatalogPermissions.ENTITY,
                names(ADMIN, HERE).stream().map(SearchTest::ref).toList(),
                ADMIN);
    }

    private List<String> found(String text) {
        return text(text, ADMIN).hits().stream().map(SearchTest::name).toList();
    }

    private Results text(String text, Reader reader) {
        return search.find(new SearchQuery(Set.of(), HERE, text, List.of(), Page.first(10), true), reader);
    }

    private List<String> names(Reader reader, Filter filter, Order... orders) {
        return search
                .find(SearchQuery.list(CatalogPermissions.ENTITY, filter, List.of(orders), Page.first(100)), reader)
                .hits()
                .stream()
                .map(SearchTest::name)
                .toList();
    }

    private Results find(Reader reader, Filter filter, Order order, Page page) {
        return search.find(SearchQuery.list(CatalogPermissions.ENTITY, filter, List.of(order), page), reader);
    }

    private static SearchQuery list(Filter filter) {
        return SearchQuery.list(CatalogPermissions.ENTITY, filter, List.of(), Page.first(0));
    }

    private static Filter here(Filter filter) {
        return new Filter.All(List.of(HERE, filter));
    }

    private static String name(Hit hit) {
        return hit.id().substring(hit.id().indexOf('/') + 1);
    }

    private static String ref(String name) {
        return "component:" + SPACE + "/" + name;
    }

    private void push(String... documents) {
        sources.push(SPACE, List.of(upload(String.join("---\n", documents))), ADMIN);
    }

    private static DescriptorUpload upload(String yaml) {
        return new DescriptorUpload("all.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String component(String name, @Nullable String title, String description, String visibility) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s
                  namespace: %s
                  description: "%s"
                  tags: [java]
                  labels: {portico.dev/visibility: %s}
                  annotations: {secret: "of %s"}
                %sspec: {type: service, owner: team-x, lifecycle: production}
                """.formatted(name, SPACE, description, visibility, name, title == null ? "" : "  " + title + "\n");
    }
}
