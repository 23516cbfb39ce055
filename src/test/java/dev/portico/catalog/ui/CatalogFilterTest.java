package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.Facet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CatalogFilterTest {

    @Test
    void an_address_gives_back_the_filter_that_made_it() {
        CatalogFilter filter = CatalogFilter.NONE
                .withText("fare & co, ltd")
                .with(Facet.KIND, Set.of("API", "Component"))
                .with(Facet.OWNER, Set.of("group:default/fares"))
                .with(Facet.SYSTEM, Set.of("system:default/fares"))
                .with(Facet.PROBLEM, Set.of("cycle"))
                .withColumns(List.of(CatalogColumn.TAGS, CatalogColumn.OWNER))
                .withStarred(true)
                .withView("6f1c")
                .withPreview("component:default/fare-engine")
                .ordered(CatalogQuery.Order.UPDATED, true);

        assertThat(CatalogFilter.of(
                        QueryParameters.fromString(filter.parameters().getQueryString())))
                .isEqualTo(filter);
    }

    @Test
    void nothing_chosen_is_the_bare_address() {
        assertThat(CatalogFilter.NONE.address()).isEqualTo("catalog");
        assertThat(CatalogFilter.of(QueryParameters.empty())).isEqualTo(CatalogFilter.NONE);
    }

    @Test
    void what_an_address_says_that_means_nothing_is_left_out() {
        assertThat(CatalogFilter.of(QueryParameters.fromString(
                        "sort=-colour&kind=&size=9&owner=group:&preview=no-ref&columns=shoe,owner,owner")))
                .isEqualTo(CatalogFilter.NONE
                        .ordered(CatalogQuery.Order.NAME, true)
                        .withColumns(List.of(CatalogColumn.OWNER)));
    }

    @Test
    void kinds_are_known_in_any_case() {
        assertThat(CatalogFilter.of(QueryParameters.fromString("kind=Component"))
                        .chosen(Facet.KIND))
                .containsExactly("component");
    }
}
