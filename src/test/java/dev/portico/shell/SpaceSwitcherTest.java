package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import dev.portico.ScreenTest;
import dev.portico.access.Accounts;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.SpaceLens;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

final class SpaceSwitcherTest extends ScreenTest {

    private static final String SPACE = "switcher-east";

    @Autowired
    private Spaces spaces;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Preferences preferences;

    @BeforeEach
    void make() {
        upload("switcher", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: inside, namespace: switcher}
                spec: {type: service, lifecycle: production, owner: group:switcher/east}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: outside, namespace: switcher}
                spec: {type: service, lifecycle: production, owner: group:switcher/west}
                """);
        spaces.create(ADMIN, SPACE, "The east", "", Set.of(EntityRef.parse("group:switcher/east")));
    }

    @AfterEach
    void unmake() {
        Space space = spaces.space(ADMIN, SPACE);
        spaces.delete(ADMIN, SPACE, space.version());
    }

    @Test
    void the_switcher_offers_all_spaces_and_each_that_the_reader_may_see() {
        startAs(ADMIN);
        open("home");

        assertThat(findInFrame()).startsWith("All spaces").contains("The east");
    }

    @Test
    void what_was_chosen_is_remembered_and_narrows_lists_and_search() {
        Reader jo = People.create(accounts);
        Reader reader =
                new Reader(jo.subject(), jo.account(), jo.name(), jo.user(), jo.groups(), Set.of("engineer"), null);
        preferences.change(reader, preference -> preference.space(SPACE));
        startAs(reader);

        assertThat(SpaceLens.of(UI.getCurrent()).space()).contains(SPACE);
        open("catalog?namespace=switcher");
        assertThat(words()).startsWith("Catalog1Export").contains("All1Starred");
        open("search?q=switcher");
        assertThat(words()).doesNotContain("outside");

        preferences.change(reader, preference -> preference.space("gone"));
        startAs(reader);
        assertThat(SpaceLens.of(UI.getCurrent()).space()).isEmpty();
        open("catalog?namespace=switcher");
        assertThat(words()).startsWith("Catalog2");
    }

    @Test
    void the_palette_finds_what_is_in_the_space_and_looks_beyond_it_when_told_to() {
        Reader jo = People.create(accounts);
        Reader reader =
                new Reader(jo.subject(), jo.account(), jo.name(), jo.user(), jo.groups(), Set.of("engineer"), null);
        startAs(reader);
        open("catalog");
        palette().typed("outside");
        assertThat(rows()).contains("outside").doesNotContain("Search all spaces for “outside”");

        preferences.change(reader, preference -> preference.space(SPACE));
        startAs(reader);
        open("catalog/switcher/component/outside");
        open("catalog");
        palette().opened();
        assertThat(rows()).contains("Look in all spaces").doesNotContain("outside");
        palette().typed("inside");
        assertThat(rows()).contains("inside", "Search all spaces for “inside”");
        palette().typed("outside");
        assertThat(rows()).contains("Search for “outside” in " + SPACE).doesNotContain("outside");

        palette().chosen(rows().indexOf("Search all spaces for “outside”"));
        assertThat(rows()).contains("outside").doesNotContain("Search all spaces for “outside”");
        palette().typed("outsid");
        assertThat(rows()).as("as long as it is open").contains("outside");
        palette().opened();
        palette().typed("outside");
        assertThat(rows()).as("opened again").doesNotContain("outside");
    }

    private Palette palette() {
        return find(Palette.class).single();
    }

    private List<String> rows() {
        return find(PaletteRow.class).all().stream()
                .map(row -> row.getElement().getChild(1).getTextRecursively())
                .toList();
    }

    private String findInFrame() {
        return String.join(", ", find(SpaceSwitcher.class).single().offered());
    }
}
