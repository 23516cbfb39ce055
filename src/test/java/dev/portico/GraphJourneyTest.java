package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Through the graph by keyboard alone, in a real browser, held to axe-core.
final class GraphJourneyTest extends BrowserJourney {

    private static final String PASSWORD = "four plain words here";
    private static final String DESCRIPTORS = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: crane, namespace: graph-journey, title: "The <b>crane</b>"}
            spec: {type: service, lifecycle: production, owner: lifters, dependsOn: [component:winch, resource:rope]}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: winch, namespace: graph-journey}
            spec: {type: library, lifecycle: production, owner: lifters}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: harbour, namespace: graph-journey}
            spec: {type: website, lifecycle: production, owner: lifters, dependsOn: [component:crane]}
            """;
    private static final String CRANE = "/graph?root=component:graph-journey/crane";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sources sources;

    @BeforeEach
    void descriptors() {
        byte[] yaml = DESCRIPTORS.getBytes(StandardCharsets.UTF_8);
        sources.upload("graph-journey", List.of(new DescriptorUpload("crane.yaml", yaml)), Reader.system("tests"));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390", "DARK, 390"})
    void arrow_keys_walk_along_the_relations(ColorScheme scheme, int width) throws Exception {
        Page page = browser.page(width, 900, scheme);
        page.navigate(TestPortal.of(context).address() + CRANE + "&view=graph");
        signIn(page);
        Locator crane = node(page, "The <b>crane</b>, Service");
        assertThat(crane).isVisible();
        everythingIsInSight(page);
        Axe.accepts(page);
        org.assertj.core.api.Assertions.assertThat(page.locator(".graph-side").boundingBox().width)
                .as("no part of the page is wider than its window")
                .isLessThanOrEqualTo(width);

        crane.focus();
        page.keyboard().press("ArrowLeft");
        assertThat(node(page, "harbour")).isFocused();
        assertThat(page).hasURL(Pattern.compile("picked=component(:|%3A)graph-journey(/|%2F)harbour"));
        assertThat(page.locator(".graph-side").getByText("component:graph-journey/harbour"))
                .isVisible();
        page.keyboard().press("Home");
        assertThat(crane).isFocused();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        Axe.accepts(page);
        page.keyboard().press("Home");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("root=component(:|%3A)graph-journey(/|%2F)harbour"));
        assertThat(node(page, "harbour").and(page.locator(".root"))).isVisible();

        page.goBack();
        assertThat(crane.and(page.locator(".root"))).isVisible();
        page.navigate(TestPortal.of(context).address() + CRANE + "&view=table");
        assertThat(page.getByText("graph-journey/rope, not in the catalog")).isVisible();
        Axe.accepts(page);
        page.context().close();
    }

    @Test
    void a_phone_shows_the_tree_and_a_way_to_the_picture() throws Exception {
        Page page = browser.page(390, 900, ColorScheme.LIGHT);
        page.navigate(TestPortal.of(context).address() + CRANE);
        signIn(page);
        assertThat(page.locator(".graph-tree").getByText("harbour")).isVisible();
        Axe.accepts(page);

        page.locator("nav[aria-label=Form]").getByText("Graph").click();
        assertThat(node(page, "harbour")).isVisible();
        everythingIsInSight(page);
        page.context().close();
    }

    private static void everythingIsInSight(Page page) {
        assertThat(page.locator("portico-graph .node")).hasCount(4);
        var stage = page.locator("portico-graph .stage").boundingBox();
        for (Locator node : page.locator("portico-graph .node .sheet").all()) {
            var box = node.boundingBox();
            org.assertj.core.api.Assertions.assertThat(box.x).isBetween(stage.x, stage.x + stage.width - box.width);
            org.assertj.core.api.Assertions.assertThat(box.y).isBetween(stage.y, stage.y + stage.height - box.height);
        }
        assertThat(page.locator("portico-graph .outside button:visible")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void the_drawing_can_be_saved_and_needs_nothing_else(ColorScheme scheme) throws Exception {
        Page page = browser.page(1440, 900, scheme);
        page.navigate(TestPortal.of(context).address() + CRANE);
        signIn(page);
        assertThat(node(page, "harbour")).isVisible();
        Locator save = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save as SVG"));
        String svg = Files.readString(page.waitForDownload(save::click).path());

        org.assertj.core.api.Assertions.assertThat(svg)
                .contains("The &lt;b&gt;crane&lt;/b&gt;", "harbour", "rgb(", "<symbol", "textLength=")
                .doesNotContain("var(", "class=", "themes/", "<script", "<b>");
        page.context().close();
    }

    private void signIn(Page page) {
        String name = "graph-" + UUID.randomUUID().toString().substring(0, 8);
        Reader admin = new Reader("account:test", null, "The test", null, Set.of(), Set.of("admin"), null);
        accounts.create(admin, new NewAccount(name, "Jo", null, Set.of("engineer"), PASSWORD));
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
    }

    private static Locator node(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
