package dev.portico.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.specification.JudgedQueries.Judged;
import dev.portico.specification.JudgedQueries.OrderRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The judgements are about what the sample company has.
final class JudgedQueriesTest {

    /// Their descriptors are there, and they are not: one is refused, one is named by no Location.
    private static final Set<String> ABSENT =
            Set.of("component:default/receipt-archiver", "component:default/ferry-tickets");

    private static final JudgedQueries JUDGED = JudgedQueries.load();

    @Test
    void there_are_sixty_queries_or_more_each_asked_once_and_with_something_to_find() {
        assertThat(JUDGED.queries()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(JUDGED.queries()).extracting(Judged::query).doesNotHaveDuplicates();
        assertThat(JUDGED.queries()).allSatisfy(judged -> {
            assertThat(judged.wants()).isNotBlank();
            assertThat(judged.grades()).containsValue(3);
            assertThat(judged.grades().values()).allMatch(grade -> grade >= 1 && grade <= 3);
        });
    }

    @Test
    void every_entity_judged_is_in_the_sample_company() throws IOException {
        Set<String> seeds = seeds();
        for (Judged judged : JUDGED.queries()) {
            assertThat(seeds).as(judged.query()).containsAll(judged.grades().keySet());
        }
    }

    @Test
    void tech_ranks_no_team_above_a_tech() {
        JsonNode technology = entity("technology", "Shared ground for all the teams");
        JsonNode head = entity("priya", "Head of Technology; leads a team");
        JsonNode lead = entity("marta", "Team lead of Fares");
        OrderRule rule = JUDGED.rules().getFirst();

        assertThat(rule.query()).isEqualTo("tech");
        assertThat(rule.violation(List.of(technology, head, lead))).isEmpty();
        assertThat(rule.violation(List.of(head, technology))).isEmpty();
        assertThat(rule.violation(List.of(technology, lead, head)))
                .contains("user:default/marta before user:default/priya");
    }

    private static JsonNode entity(String name, String description) {
        return Json.parse("{\"kind\":\"User\",\"metadata\":{\"name\":\"%s\",\"description\":\"%s\"}}"
                .formatted(name, description));
    }

    private static Set<String> seeds() throws IOException {
        Set<String> refs = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(Path.of("catalog-seeds"))) {
            for (Path file : walk.filter(path -> path.toString().endsWith(".yaml")
                            && !path.toString().contains("/apis/"))
                    .toList()) {
                try (InputStream text = Files.newInputStream(file)) {
                    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromInputStream(text)) {
                        refs.add(Json.ref(JsonMapper.shared().valueToTree(document)));
                    }
                }
            }
        }
        refs.removeAll(ABSENT);
        return refs;
    }
}
