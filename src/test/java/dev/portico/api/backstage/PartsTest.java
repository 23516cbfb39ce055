package dev.portico.api.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.search.Filter;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PorticoTest
final class PartsTest {

    private static final Reader ADMIN = new Reader("token:admin", null, "admin", null, Set.of(), Set.of("admin"), null);
    private static FaceWorld world;

    @Autowired
    private Search search;

    @BeforeAll
    static void write_the_entities(@Autowired ApplicationContext context, @TempDir Path folder) throws Exception {
        world = new FaceWorld(context, folder);
    }

    @Test
    void a_page_of_many_bytes_ends_sooner_and_says_that_there_is_more() {
        Results narrow = new Parts(search, () -> ADMIN, 2, 1).page(this::query, Page.first(100), ADMIN);
        assertThat(narrow.hits()).hasSize(2);
        assertThat(narrow.more()).isTrue();
        assertThat(narrow.total()).isGreaterThan(7);
    }

    @Test
    void a_page_is_the_same_however_it_is_read() {
        Results whole = search.find(query(Page.from(1, 6)), ADMIN);
        Parts parts = new Parts(search, () -> ADMIN, 2, Long.MAX_VALUE);
        assertThat(parts.page(this::query, Page.from(1, 6), ADMIN)).isEqualTo(whole);
        Page before = Page.before(whole.hits().getLast().place(), 5);
        assertThat(parts.page(this::query, before, ADMIN)).isEqualTo(search.find(query(before), ADMIN));
    }

    @Test
    void whoever_no_longer_counts_reads_nothing_more() {
        Parts parts = new Parts(search, Reader::anonymous, 2, Long.MAX_VALUE);
        assertThatThrownBy(() -> parts.part(query(Page.first(2)), ADMIN)).isInstanceOf(Refusal.Forbidden.class);
    }

    private SearchQuery query(Page page) {
        return SearchQuery.list(
                "catalog-entity",
                new Filter.OneOf("metadata.tags", world.mark),
                List.of(Order.by("metadata.name")),
                page);
    }
}
