package dev.portico.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.search.Filter;
import dev.portico.search.Page;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// A question that takes too long is given up, and says so; the next one is answered.
@PorticoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeadlineTest {

    private static final String SPACE = "late-" + UUID.randomUUID().toString().substring(0, 8);
    private static final Reader ADMIN = Reader.system("test");
    private static final Filter HERE = new Filter.OneOf("metadata.namespace", SPACE);

    @Autowired
    private Search search;

    @Autowired
    private Sources sources;

    @BeforeAll
    void fill() {
        String yaml = """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: slow, namespace: %s, description: A slow one}
                spec: {type: service, lifecycle: production, owner: guests}
                """.formatted(SPACE);
        sources.push(SPACE, List.of(new DescriptorUpload("a.yaml", yaml.getBytes(StandardCharsets.UTF_8))), ADMIN);
    }

    @AfterAll
    void empty() {
        sources.remove(SPACE, ADMIN);
    }

    @Test
    void a_list_is_given_up() {
        assertGivenUp(() -> search.find(list(), ADMIN));
        assertThat(search.find(list(), ADMIN).total()).isEqualTo(1);
    }

    @Test
    void a_search_by_words_is_given_up() {
        SearchQuery words = new SearchQuery(
                Set.of(CatalogPermissions.ENTITY), HERE, "slow " + SPACE, List.of(), Page.first(1), true);

        assertGivenUp(() -> search.find(words, ADMIN));
        assertThat(search.find(words, ADMIN).total()).isEqualTo(1);
    }

    @Test
    void facets_are_given_up() {
        assertGivenUp(() -> search.facets(list(), List.of("spec.lifecycle"), ADMIN));
        assertThat(search.facets(list(), List.of("spec.lifecycle"), ADMIN).get("spec.lifecycle"))
                .hasSize(1);
    }

    @Test
    void of_two_deadlines_the_earlier_counts() {
        assertThatThrownBy(() -> Deadline.within(
                        Duration.ZERO,
                        () -> Deadline.within(Duration.ofHours(1), () -> {
                            Deadline.check();
                            return true;
                        })))
                .isInstanceOf(Deadline.Passed.class);
    }

    @Test
    void what_is_no_question_has_no_deadline() {
        assertThatCode(Deadline::check).doesNotThrowAnyException();
    }

    private static SearchQuery list() {
        return SearchQuery.list(CatalogPermissions.ENTITY, HERE, List.of(), Page.first(1));
    }

    private static void assertGivenUp(ScopedValue.CallableOp<?, RuntimeException> question) {
        assertThatThrownBy(() -> Deadline.within(Duration.ZERO, question))
                .isInstanceOf(Refusal.Unavailable.class)
                .hasMessageContaining("Ask for less");
    }
}
