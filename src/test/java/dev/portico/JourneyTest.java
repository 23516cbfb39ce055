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
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The ways that people go most, in a real browser; each page on them is held to axe-core.
final class JourneyTest extends BrowserJourney {

    private static final String PASSWORD = "four plain words here";
    private static final String DESCRIPTORS = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: kettle, namespace: journey, title: The kettle, description: Boils, tags: [steam]}
            spec: {type: service, lifecycle: production, owner: stokers, dependsOn: [resource:coal, component:bellows]}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Resource
            metadata: {name: coal, namespace: journey, labels: {portico.dev/visibility: public}}
            spec: {type: fuel, owner: stokers}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: stokers, namespace: journey}
            spec: {type: team, profile: {displayName: The Stokers}, children: []}
            """;
    private static final String LIST = "/catalog?owner=group:journey/stokers";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sources sources;

    @TempDir
    private Path folder;

    @BeforeEach
    void descriptors() {
        byte[] yaml = DESCRIPTORS.getBytes(StandardCharsets.UTF_8);
        sources.upload("journey", List.of(new DescriptorUpload("journey.yaml", yaml)), Reader.system("tests"));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390", "DARK, 390"})
    void from_the_sign_in_over_the_list_to_an_entity(ColorScheme scheme, int width) throws Exception {
        Page page = page(scheme, width);
        page.navigate(address(LIST));
        assertThat(heading(page, "Sign in to Portico")).isVisible();
        Axe.accepts(page);

        signIn(page, account("engineer"));
        assertThat(heading(page, "Catalog")).isVisible();
        assertThat(page.getByText("The kettle")).isVisible();
        if (width > 700) {
            assertThat(page.getByTitle("group:journey/stokers").first()).hasText("The Stokers");
        }
        Axe.accepts(page);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The kettle"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/catalog/journey/component/kettle$"));
        assertThat(heading(page, "The kettle")).isVisible();
        assertThat(page.getByText("The Stokers").first()).isVisible();
        Axe.accepts(page);
        for (String tab : List.of("Relations", "Problems", "YAML")) {
            page.locator(".page-tabs").getByText(tab).click();
            assertThat(page).hasURL(Pattern.compile("/kettle/" + tab.toLowerCase(java.util.Locale.ROOT) + "$"));
            Axe.accepts(page);
        }
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/kettle/problems$"));
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/kettle/relations$"));
        assertThat(page.getByText("Depends on", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 390"})
    void an_admin_registers_a_source_after_a_preview_and_removes_it(ColorScheme scheme, int width) throws Exception {
        String name = "bellows-" + UUID.randomUUID().toString().substring(0, 8);
        Path file = Files.writeString(folder.resolve("catalog-info.yaml"), """
                apiVersion: backstage.io/v1alpha1
                kind: Resource
                metadata: {name: %s, namespace: journey}
                spec: {type: tool, owner: stokers}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Resource
                metadata: {name: "not a name", namespace: journey}
                spec: {type: tool, owner: stokers}
                """.formatted(name));
        Page page = page(scheme, width);
        page.navigate(address("/sources"));
        signIn(page, account("admin"));
        assertThat(heading(page, "Sources")).isVisible();
        Axe.accepts(page);

        button(page, "Register").click();
        assertThat(page).hasURL(Pattern.compile("/register$"));
        page.getByLabel("Address").fill(file.toString());
        button(page, "Preview").click();
        assertThat(page.getByText("What would happen")).isVisible();
        assertThat(page.getByText("journey/" + name)).isVisible();
        assertThat(page.getByText("metadata.name").first()).isVisible();
        Axe.accepts(page);

        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.keyboard().press("Tab");
        assertThat(page.getByText("What would happen")).hasCount(0);
        button(page, "Preview").click();
        button(page, "Register 1 entity").click();
        assertThat(page).hasURL(Pattern.compile("/sources/" + name + "$"));
        assertThat(page.getByText("1 new, 1 refused")).isVisible();
        assertThat(page.getByText("catalog-info.yaml:8").first()).isVisible();
        Axe.accepts(page);

        button(page, "Refresh").click();
        assertThat(page.getByText("Nothing changed")).isVisible();
        button(page, "Remove").click();
        Locator confirm = page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"));
        assertThat(confirm).isVisible();
        Axe.accepts(page);
        confirm.click();
        assertThat(page).hasURL(Pattern.compile("/sources$"));
        assertThat(page.getByText(name)).hasCount(0);

        page.navigate(address("/audit?type=catalog-source&thing=" + name));
        assertThat(heading(page, "Audit")).isVisible();
        page.getByText("catalog.source.remove").first().click();
        assertThat(page.getByText("What changed")).isVisible();
        Axe.accepts(page);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390", "DARK, 390"})
    void a_search_leads_to_a_hit_or_to_why_there_is_none(ColorScheme scheme, int width) throws Exception {
        Page page = page(scheme, width);
        page.navigate(address("/search"));
        signIn(page, account("admin"));
        assertThat(heading(page, "Search")).isVisible();
        assertThat(page.getByText("Search the catalog")).isVisible();
        Axe.accepts(page);

        page.keyboard().type("kettle boils");
        assertThat(page).hasURL(Pattern.compile("[?]q=kettle"));
        assertThat(page.locator(".hit mark").first()).isVisible();
        Axe.accepts(page);
        Locator why = button(page, "Why is The kettle a hit?");
        why.focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("“kettle” is a word of its")).isVisible();
        Axe.accepts(page);
        page.keyboard().press("Escape");
        assertThat(page.getByText("“kettle” is a word of its")).isHidden();

        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Search"))
                .fill("kettlemaker-of-nowhere");
        page.getByText("Why is my entity missing?").click();
        assertThat(page).hasURL(Pattern.compile("/catalog/missing[?]what=kettlemaker-of-nowhere$"));
        assertThat(page.getByText("The catalog holds no kettlemaker-of-nowhere"))
                .isVisible();
        Axe.accepts(page);
        page.getByLabel("Name, reference or address").fill("component:default/kettle");
        page.keyboard().press("Enter");
        assertThat(page.getByText("The same name is there")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The kettle"))
                .first()
                .click();
        assertThat(heading(page, "The kettle")).isVisible();
        page.context().close();
    }

    @Test
    void guests_and_engineers_meet_what_they_may_and_no_more() throws Exception {
        Page guest = page(ColorScheme.LIGHT, 1440);
        guest.navigate(address(LIST));
        signIn(guest, account("guest"));
        assertThat(guest.getByText("coal", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(guest.getByText("The kettle")).hasCount(0);
        assertThat(guest.getByText("Sources")).hasCount(0);
        guest.navigate(address("/catalog/journey/component/kettle"));
        assertThat(heading(guest, "Not found")).isVisible();
        Axe.accepts(guest);
        guest.navigate(address("/sources"));
        assertThat(heading(guest, "No right")).isVisible();
        Axe.accepts(guest);
        guest.context().close();

        Page engineer = page(ColorScheme.DARK, 1440);
        engineer.navigate(address("/sources"));
        signIn(engineer, account("engineer"));
        assertThat(heading(engineer, "Sources")).isVisible();
        assertThat(button(engineer, "Register")).hasCount(0);
        engineer.navigate(address("/register"));
        assertThat(heading(engineer, "No right")).isVisible();
        engineer.navigate(address("/nothing/here"));
        assertThat(heading(engineer, "Not found")).isVisible();
        Axe.accepts(engineer);
        engineer.context().close();
    }

    @Test
    void the_theme_stays_and_signing_out_ends_the_session() throws Exception {
        Page page = page(ColorScheme.LIGHT, 1440);
        page.navigate(address("/"));
        signIn(page, account("engineer"));
        assertThat(page).hasURL(Pattern.compile("/home$"));

        menu(page, "Dark").click();
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
        page.reload();
        assertThat(page.locator("h1")).containsText("Jo");
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
        Axe.accepts(page);

        menu(page, "Sign out").click();
        assertThat(heading(page, "Sign in to Portico")).isVisible();
        page.navigate(address("/catalog"));
        assertThat(heading(page, "Sign in to Portico")).isVisible();
        page.context().close();
    }

    private static Page page(ColorScheme scheme, int width) {
        return browser.page(width, 900, scheme);
    }

    private String address(String path) {
        return TestPortal.of(context).address() + path;
    }

    private String account(String role) {
        String name = "journey-" + UUID.randomUUID().toString().substring(0, 8);
        Reader admin = new Reader("account:test", null, "The test", null, Set.of(), Set.of("admin"), null);
        accounts.create(admin, new NewAccount(name, "Jo", null, Set.of(role), PASSWORD));
        return name;
    }

    private static void signIn(Page page, String account) {
        page.getByLabel("Name").fill(account);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        button(page, "Sign in").click();
    }

    private static Locator menu(Page page, String item) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Account of Jo"))
                .click();
        return page.getByRole(AriaRole.MENU).getByText(item, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(text).setExact(true).setLevel(1));
    }
}
