package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.portico.access.Spaces;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Work in the catalog's list, in a real browser: by keyboard alone, and on a phone.
final class ListJourneyTest extends BrowserJourney {

    private static final String LIST = "/catalog?owner=group:list-journey/smiths";

    @Autowired
    private Sources sources;

    @Autowired
    private Spaces spaces;

    @BeforeEach
    void descriptors() {
        StringBuilder yaml = new StringBuilder();
        for (String name : List.of("anvil", "bellows", "chisel")) {
            yaml.append("""
                    ---
                    apiVersion: backstage.io/v1alpha1
                    kind: Component
                    metadata: {name: %1$s, namespace: list-journey, description: The %1$s of the forge}
                    spec: {type: service, lifecycle: production, owner: smiths}
                    """.formatted(name));
        }
        byte[] bytes = yaml.toString().getBytes(StandardCharsets.UTF_8);
        sources.upload("list-journey", List.of(new DescriptorUpload("list.yaml", bytes)), Reader.system("tests"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT 1440", "DARK 1440"})
    void rows_are_starred_previewed_selected_and_opened_by_keyboard_alone(String look) throws Exception {
        try (Walk walk = Walk.to(LIST, context, browser, Walk.name(), "engineer", look)) {
            Page page = walk.page();
            assertThat(walk.text("bellows")).isVisible();
            walk.button("Columns").focus();
            walk.press("Tab", "Tab", "Tab", "ArrowRight", "ArrowDown", "s");
            assertThat(page.locator(".page-tabs").getByText("Starred")).isVisible();
            assertThat(page.locator(".row-star[aria-pressed=true]")).hasCount(1);
            walk.press("p");
            Locator preview = page.locator("aside.preview");
            assertThat(preview).isVisible();
            assertThat(preview).containsText("of the forge");
            Axe.accepts(page);
            walk.press("Escape");
            assertThat(preview).isHidden();
            walk.press("x");
            assertThat(page.getByText("1 selected")).isVisible();
            Axe.accepts(page);
            walk.press("x");
            walk.press("Enter");
            assertThat(page).hasURL(Pattern.compile("/catalog/list-journey/component/"));

            walk.go("/catalog?starred");
            assertThat(page.locator(".entity-cell")).hasCount(1);
            assertThat(page.getByText("1 of")).isVisible();
            Axe.accepts(page);
        }
    }

    @Test
    void the_keyboard_keeps_its_place_while_the_list_changes_around_it() throws Exception {
        Reader admin = new Reader("account:test", null, "The test", null, Set.of(), Set.of("admin"), null);
        String space = Walk.name();
        spaces.create(admin, space, "The forge", "", Set.of(EntityRef.parse("group:list-journey/smiths")));
        String address = LIST + "&kind=api&kind=component&lifecycle=production&type=service";
        try (Walk walk = Walk.to(address, context, browser, Walk.name(), "admin", "LIGHT 1440")) {
            Page page = walk.page();
            assertThat(walk.text("bellows")).isVisible();
            assertThat(walk.link("Clear all")).isInViewport();
            walk.link("Remove the filter Kind: API").focus();
            walk.press("Enter");
            assertThat(walk.link("Remove the filter Kind: Component")).isFocused();

            walk.button("Columns").focus();
            walk.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "ArrowRight", "ArrowDown", "x");
            walk.button("Clear").focus();
            walk.press("Enter");
            assertThat(page.getByText("1 selected")).isHidden();
            assertThat(page.locator("vaadin-grid.entities")).isFocused();

            walk.press("p");
            assertThat(page.locator("aside.preview")).isVisible();
            assertThat(page.locator(".row-star").first()).isInViewport();
            walk.press("Enter");
            assertThat(page).hasURL(Pattern.compile("/catalog/list-journey/component/bellows"));
            page.goBack();
            assertThat(page.locator("aside.preview")).containsText("bellows");
            assertThat(page.locator("vaadin-grid.entities")).isFocused();
            walk.press("Escape", "Enter");
            assertThat(walk.heading("bellows")).isVisible();

            Locator switcher =
                    page.locator(".space-switcher vaadin-menu-bar-button").first();
            switcher.focus();
            walk.press("Enter");
            page.locator("vaadin-menu-bar-item")
                    .filter(new Locator.FilterOptions().setHasText("The forge"))
                    .first()
                    .focus();
            walk.press("Enter");
            assertThat(page.locator(".space-switcher.narrowed")).isVisible();
            assertThat(switcher).isFocused();
        } finally {
            spaces.delete(admin, space, spaces.space(admin, space).version());
        }
    }

    @Test
    void on_a_phone_filters_open_as_a_drawer() throws Exception {
        try (Walk walk = Walk.to(LIST, context, browser, Walk.name(), "engineer", "DARK 390")) {
            Page page = walk.page();
            assertThat(walk.text("anvil")).isVisible();
            page.locator(".view-menu vaadin-menu-bar-button").first().click();
            assertThat(page.getByText("Save as new view…")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.getByText("Save as new view…")).isHidden();
            page.getByText("Filter (1)").click();
            assertThat(page.getByText("Show 3 entities")).isVisible();
            Axe.accepts(page);
            page.locator(".filter-sheet .facet label", new Page.LocatorOptions().setHasText("Service"))
                    .click();
            assertThat(page).hasURL(Pattern.compile("type=service"));
            page.getByText("Show 3 entities").click();
            assertThat(page.getByText("Filter (2)")).isVisible();
            walk.text("anvil").click();
            assertThat(walk.heading("anvil")).isVisible();
            walk.go(LIST + "&preview=component:list-journey/chisel");
            assertThat(walk.heading("chisel")).isVisible();
            assertThat(page).hasURL(Pattern.compile("/component/chisel$"));
            page.goBack();
            assertThat(walk.text("bellows")).isVisible();
            walk.text("anvil").click();
            assertThat(walk.heading("anvil")).isVisible();
            page.locator(".page-tabs").getByText("Relations").click();
            walk.link("Tree").click();
            assertThat(page.locator("vaadin-grid.relation-tree")).isVisible();
            Axe.accepts(page);
        }
    }

    @Test
    void what_another_window_of_mine_stars_is_counted_here() throws Exception {
        String name = Walk.name();
        try (Walk walk = Walk.to(LIST, context, browser, name, "engineer", "LIGHT 1440")) {
            Page page = walk.page();
            assertThat(walk.text("chisel")).isVisible();
            Page other = page.context().newPage();
            other.navigate(TestPortal.of(context).address() + "/catalog/list-journey/component/chisel");
            other.locator(".star").click();
            assertThat(page.locator(".page-tabs a", new Page.LocatorOptions().setHasText("Starred")))
                    .containsText("1");
            assertThat(page.locator(".row-star[aria-pressed=true]")).hasCount(1);
        }
    }
}
