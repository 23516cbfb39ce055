package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.portico.ScreenTest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

final class PaletteTest extends ScreenTest {

    @Autowired
    private Nearest nearest;

    @BeforeEach
    void descriptors() {
        upload("palette", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: zeppelin, namespace: palette}
                spec: {type: service, lifecycle: production, owner: pilots}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: zeppelin-hangar, namespace: palette, labels: {portico.dev/visibility: public}}
                spec: {type: website, lifecycle: production, owner: pilots}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: zeppelin.ferdinand, namespace: palette}
                spec: {profile: {displayName: Ferdinand Zeppelin}, memberOf: []}
                """);
        open("catalog");
    }

    @Test
    void words_find_entities_and_people_in_groups_of_their_own() {
        palette().typed("zeppelin");

        assertThat(rows("Entities")).containsExactly("zeppelin", "zeppelin-hangar");
        assertThat(rows("People and teams")).containsExactly("Ferdinand Zeppelin");
    }

    @Test
    void a_guest_finds_what_is_public_and_no_page_or_action_that_is_closed() {
        startAs(GUEST);
        open("catalog");
        palette().typed("zeppelin");
        assertThat(rows("Entities")).containsExactly("zeppelin-hangar");
        assertThat(rows("People and teams")).isEmpty();

        palette().typed("sources");
        assertThat(rows("Pages")).isEmpty();
        palette().typed("register");
        assertThat(rows("Actions")).isEmpty();
    }

    @Test
    void pages_are_found_by_their_titles() {
        palette().typed("sour");

        assertThat(rows("Pages")).containsExactly("Sources");
    }

    @Test
    void an_action_is_found_by_other_words_too_and_does_what_it_says() {
        palette().typed("dark");
        List<PaletteRow> found = find(PaletteRow.class).all();
        String run = found.getFirst().getElement().getAttribute("data-run");

        assertThat(rows("Actions")).startsWith("Switch to the dark theme");
        palette().chosen(Integer.parseInt(run));
        assertThat(Appearance.of(UI.getCurrent()).orElseThrow().present().theme())
                .isEqualTo(Theme.DARK);
        Appearance.of(UI.getCurrent()).orElseThrow().change(chosen -> chosen.with(Theme.SYSTEM));
    }

    @Test
    void what_was_opened_lately_stands_there_before_anything_is_typed_and_comes_first_afterwards() {
        open("catalog/palette/component/zeppelin-hangar");
        open("catalog/palette/component/zeppelin-hangar");
        open("sources");
        palette().opened();
        assertThat(rows("Recent")).startsWith("zeppelin-hangar");

        open("catalog/palette/component/zeppelin-hangar");
        palette().opened();
        assertThat(rows("Recent")).doesNotContain("zeppelin-hangar");

        palette().typed("zepp");
        assertThat(rows("Entities")).containsExactly("zeppelin-hangar", "zeppelin");
    }

    @Test
    void what_nothing_is_called_is_looked_for_in_everything() {
        palette().typed("qqqqwwww");

        assertThat(find(PaletteRow.class).all()).hasSize(1);
        assertThat(rows("Search")).containsExactly("Search for “qqqqwwww” in everything");
    }

    @Test
    void where_nothing_is_found_it_says_so_beside_where_else_to_look() {
        palette().typed("qqqqwwww");
        assertThat(said()).contains("Nothing is called “qqqqwwww”.", "Nothing found");

        palette().typed("zeppelin");
        assertThat(said()).contains("3 results").doesNotContain("Nothing");

        palette().opened();
        assertThat(said()).doesNotContain("Nothing");
    }

    @Test
    void an_address_that_leads_nowhere_is_looked_for_by_its_first_words_alone() {
        assertThat(nearest.to("x/qqqq-wwww-rrrr-zeppelin"))
                .extracting(Found::label)
                .contains("zeppelin");
        assertThat(nearest.to("x/qqqq-wwww-rrrr-tttt-zeppelin"))
                .extracting(Found::label)
                .doesNotContain("zeppelin");
    }

    @Test
    void a_choice_from_a_list_that_has_gone_does_nothing() {
        palette().typed("qqqqwwww");
        palette().chosen(3);
        palette().chosen(-1);

        assertThat(heading()).isEqualTo("Catalog");
    }

    private String said() {
        return palette()
                .getChildren()
                .filter(Component::isVisible)
                .map(part -> part.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    private Palette palette() {
        return find(Palette.class).single();
    }

    private List<String> rows(String group) {
        return find(PaletteRow.class).all().stream()
                .filter(row -> row.getParent()
                        .orElseThrow()
                        .getElement()
                        .getChild(0)
                        .getText()
                        .equals(group))
                .map(row -> row.getElement().getChild(1).getTextRecursively())
                .toList();
    }
}
