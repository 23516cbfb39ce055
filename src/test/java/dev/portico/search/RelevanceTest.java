package dev.portico.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.PorticoTest;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.specification.JudgedQueries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How well the words that people type find what they want, over the sample company.
@PorticoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RelevanceTest {

    private static final Logger log = LoggerFactory.getLogger(RelevanceTest.class);
    private static final Reader ADMIN = Reader.system("test");
    private static final String SOURCE = "relevance";
    private static final Filter SEEDS = new Filter.OneOf("portico.source", SOURCE);

    private final JudgedQueries judged = JudgedQueries.load();

    @Autowired
    private Search search;

    @Autowired
    private Sources sources;

    @BeforeAll
    void fill() throws Exception {
        String folder = Path.of("catalog-seeds").toAbsolutePath().toString();
        sources.register(new SourceDefinition(SOURCE, "folder", folder, null, "**/*.yaml", null, Duration.ZERO), ADMIN);
        Eventually.holds(
                Duration.ofSeconds(60),
                "the sample company is in the index",
                () -> sources.source(SOURCE, ADMIN).lastRun() != null && search.follow(Duration.ofSeconds(10)));
    }

    @AfterAll
    void empty() {
        sources.remove(SOURCE, ADMIN);
    }

    /// Measure: nDCG@10, averaged over the judged queries.
    @Test
    void people_find_what_they_want_among_the_first_ten() {
        Map<String, Double> quality = new TreeMap<>();
        for (JudgedQueries.Judged query : judged.queries()) {
            List<String> ranking =
                    ranking(query.query(), 10).hits().stream().map(Hit::id).toList();
            quality.put(query.query(), query.quality(ranking));
        }
        double average = quality.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        log.info("nDCG@10 over {} queries: {}; worst: {}", quality.size(), average, worst(quality));
        assertThat(average).as("the worst are %s", worst(quality)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void what_begins_as_typed_comes_before_what_is_only_spelled_alike() {
        JsonMapper json = JsonMapper.shared();
        assertThat(judged.rules()).isNotEmpty().allSatisfy(rule -> {
            List<JsonNode> hits = ranking(rule.query(), 50).hits().stream()
                    .map(hit -> json.readTree(hit.json().bytes()))
                    .toList();
            assertThat(hits).isNotEmpty();
            assertThat(rule.violation(hits)).isEmpty();
        });
    }

    /// The first pages of one word are ranked without those that hold it in sentences only.
    @Test
    void the_first_page_is_the_beginning_of_the_whole_list() {
        for (String word : List.of("fare", "ticket", "service", "team", "api", "production", "component")) {
            List<String> all = ranking(word, 1_000).hits().stream().map(Hit::id).toList();
            assertThat(all).as(word).hasSizeGreaterThan(5);
            assertThat(ranking(word, 5).hits()).as(word).extracting(Hit::id).isEqualTo(all.subList(0, 5));
        }
    }

    private Results ranking(String text, int limit) {
        return search.find(
                new SearchQuery(Set.of(CatalogPermissions.ENTITY), SEEDS, text, List.of(), Page.first(limit), false),
                ADMIN);
    }

    private static List<String> worst(Map<String, Double> quality) {
        return quality.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                .limit(15)
                .map(entry -> "%s %.2f".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }
}
