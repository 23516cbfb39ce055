package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Pre;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.catalog.CatalogNews;
import dev.portico.changes.ChangeListener;
import dev.portico.kernel.EntityRef;
import dev.portico.look.FacetGroups;
import dev.portico.look.LiveUpdates;
import dev.portico.look.Words;
import dev.portico.search.Search;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

final class CatalogLiveTest extends ScreenTest {

    private static final String DESCRIPTORS = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: lamp, namespace: catalog-live, description: Gives light}
            spec: {type: service, lifecycle: production, owner: keepers}
            """;
    private static final String ANOTHER = """
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: beacon, namespace: catalog-live}
            spec: {type: website, lifecycle: production, owner: keepers}
            """;
    private static final String LIST = "catalog?owner=group:catalog-live/keepers";
    private static final String LAMP = "catalog/catalog-live/component/lamp";

    @Autowired
    private CatalogNews news;

    @BeforeEach
    void descriptors() {
        upload("catalog-live", DESCRIPTORS);
    }

    @Test
    void what_comes_is_counted_at_once_and_listed_when_asked_for() throws Exception {
        open(LIST);
        assertThat(rows()).isEqualTo(1);
        assertThat(bar().isVisible()).isFalse();

        upload("catalog-live", DESCRIPTORS + ANOTHER);

        soon(() -> {
            assertThat(bar().isVisible()).isTrue();
            assertThat(bar().getElement().getTextRecursively()).contains("1 changed");
            assertThat(counts()).contains("Website1");
        });
        assertThat(rows()).isEqualTo(1);
        assertThat(find(H1.class)
                        .single()
                        .getParent()
                        .orElseThrow()
                        .getElement()
                        .getTextRecursively())
                .contains("2 of");

        test(find(Button.class).withText("Show").single()).click();

        assertThat(rows()).isEqualTo(2);
        assertThat(bar().isVisible()).isFalse();
    }

    @Test
    void what_came_can_be_put_away_until_something_else_changes() throws Exception {
        open(LIST);
        upload("catalog-live", DESCRIPTORS + ANOTHER);
        soon(() -> assertThat(bar().isVisible()).isTrue());

        test(find(Button.class)
                        .withAttribute("aria-label", "Hide this until something else changes")
                        .single())
                .click();

        assertThat(bar().isVisible()).isFalse();
        assertThat(rows()).isEqualTo(1);
        upload("catalog-live", DESCRIPTORS + ANOTHER + ANOTHER.replace("beacon", "candle"));
        soon(() -> assertThat(bar().isVisible()).isTrue());
        // Two where what refers to the first is settled only after it was put away.
        assertThat(bar().getElement().getTextRecursively()).containsPattern("[12] changed");
    }

    @Test
    void a_row_that_reads_differently_is_no_news_for_the_bar() throws Exception {
        open(LIST + "&columns=lifecycle");
        assertThat(counts()).contains("Production1");

        upload("catalog-live", DESCRIPTORS.replace("production", "deprecated"));

        soon(() -> assertThat(counts()).contains("Deprecated1"));
        assertThat(bar().isVisible()).isFalse();
        assertThat(test(grid()).getLitRendererPropertyValue(0, "LIFECYCLE", "words", String.class))
                .isEqualTo("Deprecated");
    }

    @Test
    void a_row_that_is_gone_stays_until_the_list_is_shown_anew() throws Exception {
        upload("catalog-live", DESCRIPTORS + ANOTHER);
        open(LIST);
        assertThat(rows()).isEqualTo(2);

        upload("catalog-live", DESCRIPTORS);

        soon(() -> assertThat(bar().isVisible()).isTrue());
        test(find(Button.class).withText("Show").single()).click();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_guest_is_told_nothing_of_what_they_may_not_read() throws Exception {
        String shown = DESCRIPTORS.replace("description:", "labels: {portico.dev/visibility: public}, description:");
        upload("catalog-live", shown);
        startAs(GUEST);
        open(LIST);
        assertThat(rows()).isEqualTo(1);

        upload("catalog-live", shown.replace("production", "deprecated") + ANOTHER);

        soon(() -> assertThat(counts()).contains("Deprecated1"));
        assertThat(bar().isVisible()).isFalse();
        assertThat(counts()).doesNotContain("Website1");
    }

    @Test
    void what_is_very_much_is_neither_counted_to_the_end_nor_each_time() throws Exception {
        upload("catalog-live-many", many(0));
        String all = "catalog?namespace=catalog-live-many";
        open(all + "&columns=lifecycle");
        upload("catalog-live-many", many(600));
        soon(() -> assertThat(bar().getElement().getTextRecursively()).contains("600 changed"));

        upload("catalog-live-many", many(1_100));
        soon(() -> assertThat(bar().getElement().getTextRecursively())
                .containsAnyOf("1,000+ changed", "may be out of date"));
        assertThat(counts()).contains("Production1,101");

        upload("catalog-live-many", many(1_101).replace("first, namespace", "first, title: aaa, namespace"));
        soon(() -> assertThat(test(grid()).getLitRendererPropertyValue(0, "NAME", "label", String.class))
                .isEqualTo("aaa"));
        assertThat(counts()).contains("Production1,101");

        test(find(Button.class).withText("Show").single()).click();
        assertThat(bar().isVisible()).isFalse();
        assertThat(counts()).contains("Production1,102");
    }

    @Test
    void what_comes_in_too_great_a_number_offers_to_list_anew() throws Exception {
        open(LIST);

        news.changedEntities()
                .changed(IntStream.range(0, 1_200)
                        .mapToObj(at -> "component:catalog-live/none-" + at)
                        .toList());

        soon(() -> assertThat(bar().isVisible()).isTrue());
        assertThat(bar().getElement().getTextRecursively()).contains("may be out of date");
        test(find(Button.class).withText("Show").single()).click();
        assertThat(bar().isVisible()).isFalse();
    }

    @Test
    void where_the_index_lags_behind_pages_are_told_when_it_has_followed() throws Exception {
        open("search");
        AtomicBoolean follows = new AtomicBoolean();
        Search search = (Search) Proxy.newProxyInstance(
                Search.class.getClassLoader(), new Class<?>[] {Search.class}, (self, method, with) -> follows.get());
        CatalogNews lagging = new CatalogNews(search);
        List<LiveUpdates.Changes> told = new ArrayList<>();
        CatalogNews.Watch watch = lagging.entities(new LivePage(new LiveUpdates(UI.getCurrent(), told::add)));
        ChangeListener listener = lagging.changedEntities();
        List<String> refs = List.of("component:catalog-live/lamp");

        assertThatThrownBy(() -> listener.changed(refs)).isInstanceOf(IllegalStateException.class);
        follows.set(true);
        listener.changed(refs);

        soon(() -> assertThat(told).containsExactly(new LiveUpdates.Changes(Set.copyOf(refs), false)));
        watch.end();
    }

    @Test
    void the_page_of_an_entity_shows_the_change_in_place_and_says_so() throws Exception {
        open(LAMP + "/yaml");

        upload("catalog-live", DESCRIPTORS.replace("Gives light", "Gives warm light"));

        soon(() -> assertThat(words()).contains("Gives warm light", "Changed just now"));
        assertThat(find(Pre.class).single().getElement().getProperty("innerHTML"))
                .contains("Gives warm light");
    }

    @Test
    void the_page_of_an_entity_that_goes_says_so_and_stays() throws Exception {
        upload("catalog-live-gone", ANOTHER.replace("beacon", "candle").replace("keepers", "leavers"));
        open("catalog/catalog-live/component/candle");

        upload("catalog-live-gone", ANOTHER.replace("beacon", "torch").replace("keepers", "leavers"));

        soon(() -> assertThat(words())
                .contains("This entity is no longer in the catalog, or no longer yours to read.", "candle"));
    }

    @Test
    void pages_that_are_left_are_told_no_more() {
        open("search");
        int before = news.watching();
        open(LIST);
        assertThat(news.watching()).isEqualTo(before + 2);

        open(LAMP);
        assertThat(news.watching()).isEqualTo(before + 2);

        open("search");
        assertThat(news.watching()).isEqualTo(before);

        open(LIST);
        startAs(ENGINEER);
        open("search");
        assertThat(news.watching()).isEqualTo(before);
    }

    /// One entity that comes first in the list, and others behind it.
    private static String many(int others) {
        return DESCRIPTORS.replace("lamp", "aaa-first").replace("catalog-live", "catalog-live-many")
                + IntStream.range(0, others)
                        .mapToObj(at ->
                                ANOTHER.replace("beacon", "beacon-" + at).replace("catalog-live", "catalog-live-many"))
                        .collect(Collectors.joining());
    }

    private void soon(Eventually.ThrowingAssertions assertions) throws Exception {
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            assertions.check();
        });
    }

    private ListNews bar() {
        return ((CatalogView) getCurrentView())
                .getChildren()
                .flatMap(part -> part.getChildren())
                .flatMap(part -> part.getChildren())
                .filter(ListNews.class::isInstance)
                .map(ListNews.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Grid<EntityRef> grid() {
        return find(EntityGrid.class).single();
    }

    private int rows() {
        return test(grid()).size();
    }

    /// The values of the filters with their counts, such as `Production1,101`.
    private String counts() {
        return findInView(FacetGroups.class).single().groups().stream()
                .flatMap(group -> group.shown().stream())
                .map(value -> value.label() + Words.number(value.count()))
                .collect(Collectors.joining(" "));
    }
}
