package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.look.FacetGroups;
import dev.portico.look.Ticks;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SearchViewTest extends ScreenTest {

    private static final Reader NOBODY =
            new Reader("account:search-nobody", Ids.next(), "Nobody", null, Set.of(), Set.of(), null);

    private static final String DESCRIPTORS = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: quillfeather, namespace: search-view, title: Quillfeather desk, description: Writes with inkhorns}
            spec: {type: service, lifecycle: production, owner: scribes}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: API
            metadata:
              name: inkhorns
              namespace: search-view
              labels: {portico.dev/visibility: public}
            spec: {type: openapi, lifecycle: production, owner: scribes, definition: "openapi: 3.1.0"}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: scribes, namespace: search-view}
            spec: {type: team, profile: {displayName: The Scribes}, children: []}
            """;

    @BeforeEach
    void descriptors() {
        upload("search-view", DESCRIPTORS);
    }

    @Test
    void hits_say_what_they_are_whose_they_are_and_where_the_words_stand() throws Exception {
        open("search?q=inkhorns");

        shown(words -> assertThat(words)
                .contains("2 hits", "Quillfeather desk", "search-view/quillfeather")
                .contains("Service", "Writes with inkhorns", "The Scribes · Production")
                .doesNotContain("Description"));
        assertThat(hits()).containsExactly("inkhorns", "Quillfeather desk");
        assertThat(marked()).contains("inkhorns");
    }

    @Test
    void where_the_words_stand_is_said_only_where_it_is_not_in_sight() throws Exception {
        open("search?q=scribes&kind=component");

        shown(words -> assertThat(words).contains("1 hit", "Quillfeather desk", "Ownerscribes"));
        open("search?q=quillfeather");
        shown(words -> assertThat(words).contains("1 hit").doesNotContain("Namequillfeather"));
    }

    @Test
    void typing_and_choosing_narrow_the_hits_and_stand_in_the_address() throws Exception {
        open("search");
        shown(words -> assertThat(words).contains("Search the catalog", "Try"));

        test(findInView(TextField.class).all().stream()
                        .filter(field -> field.getPlaceholder().startsWith("Search names"))
                        .findFirst()
                        .orElseThrow())
                .setValue("inkhorns");
        shown(words -> assertThat(words).contains("2 hits"));
        Ticks.tick(findInView(FacetGroups.class).single(), "API");
        roundTrip();

        shown(words -> assertThat(words).contains("1 hit", "Kind: API"));
        assertThat(hits()).containsExactly("inkhorns");
    }

    @Test
    void a_hit_says_why_it_is_one_only_when_asked() throws Exception {
        open("search?q=inkhorn&kind=component");
        shown(words -> assertThat(words).contains("1 hit"));
        assertThat(findInView(Popover.class).all())
                .noneMatch(popover -> popover.getClassNames().contains("reasons"));

        test(findInView(Button.class).all().stream()
                        .filter(button -> button.getAriaLabel()
                                .filter("Why is Quillfeather desk a hit?"::equals)
                                .isPresent())
                        .findFirst()
                        .orElseThrow())
                .click();

        Popover why = findInView(Popover.class).all().stream()
                .filter(popover -> popover.getClassNames().contains("reasons"))
                .findFirst()
                .orElseThrow();
        assertThat(why.isOpened()).isTrue();
        assertThat(why.getElement().getTextRecursively()).contains("inkhorns", "its description");
    }

    @Test
    void where_filters_leave_nothing_the_page_says_which_one_and_how_to_search_everything() throws Exception {
        open("search?q=inkhorns&kind=component&lifecycle=deprecated");

        shown(words -> assertThat(words)
                .contains("Nothing found for “inkhorns”", "The words find 2 entities", "Any lifecycle (1)"));
        test(findInView(Button.class).withText("Search everything").single()).click();
        roundTrip();
        shown(words -> assertThat(words).contains("2 hits"));
    }

    @Test
    void where_words_find_nothing_the_page_says_what_may_be_meant() throws Exception {
        open("search?q=quillfxxxxxxxx");

        shown(words -> assertThat(words).contains("Nothing found for", "Did you mean", "Quillfeather desk"));
    }

    @Test
    void a_guest_finds_and_counts_what_they_may_read() throws Exception {
        startAs(GUEST);
        open("search?q=inkhorns");
        shown(words -> assertThat(words).contains("1 hit", "inkhorns"));
        assertThat(words()).doesNotContain("quillfeather").doesNotContain("Component1");

        open("search?q=quillfeather");
        shown(words -> assertThat(words).contains("Nothing found for"));
        assertThat(words()).doesNotContain("Quillfeather desk");
    }

    @Test
    void the_second_page_has_an_address() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int at = 0; at < 25; at++) {
            many.append("""
                    ---
                    apiVersion: backstage.io/v1alpha1
                    kind: Resource
                    metadata: {name: goosequill-%02d, namespace: search-view}
                    spec: {type: tool, owner: scribes}
                    """.formatted(at));
        }
        upload("search-view-many", many.toString());

        open("search?q=goosequill&page=2");

        shown(words -> assertThat(words).contains("25 hits", "Page 2 of 2"));
        assertThat(hits()).hasSize(5);
        assertThat(findInView(Anchor.class).withText("Previous").single().getHref())
                .isEqualTo("search?q=goosequill");
    }

    private void shown(ThrowingConsumer<String> expectation) throws Exception {
        Eventually.passes(Duration.ofSeconds(10), () -> {
            receive();
            expectation.accept(words());
        });
    }

    private List<String> hits() {
        return findInView(SearchHit.class).all().stream()
                .map(hit -> hit.getChildren()
                        .flatMap(part -> part.getChildren())
                        .flatMap(part -> part.getChildren())
                        .filter(Anchor.class::isInstance)
                        .map(link -> link.getElement().getTextRecursively())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private List<String> marked() {
        return findInView(Highlight.class).all().stream()
                .flatMap(words -> words.getElement().getChildren())
                .filter(part -> !part.isTextNode() && part.getTag().equals("mark"))
                .map(part -> part.getText())
                .toList();
    }

    @Test
    void whoever_has_no_role_is_told_which_permission_it_takes() {
        startAs(NOBODY);
        open("search?q=quillfeather");

        assertThat(heading()).isEqualTo("No right");
        assertThat(words()).contains("catalog.entity.read").doesNotContain("quillfeather");
    }
}
