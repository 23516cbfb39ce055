package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
            walk.press("Tab", "Tab", "ArrowRight", "ArrowDown", "s");
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
