package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The frame in a real browser: the palette and the shortcuts by keyboard alone, and the end of a session.
final class ShellJourneyTest extends BrowserJourney {

    private static final String PASSWORD = "four plain words here";
    private static final String TYPED = "https://git.example.com/a-long-address/catalog-info.yaml";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sources sources;

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390", "DARK, 390"})
    void the_palette_finds_and_opens_by_keyboard_alone(ColorScheme scheme, int width) throws Exception {
        String name = "quokka-" + UUID.randomUUID().toString().substring(0, 6);
        upload(name);
        Page page = signedIn("engineer", "/catalog", scheme, width);
        assertThat(heading(page, "Catalog")).isVisible();

        page.keyboard().press("Control+k");
        assertThat(option(page, "Copy the link to this page")).isVisible();
        Axe.accepts(page);
        page.keyboard().type(name);
        assertThat(page.locator(".hit[aria-selected=true] .name")).hasText(name);
        assertThat(page.locator(".hit[aria-selected=true] mark").first()).isVisible();
        Axe.accepts(page);
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".hit[aria-selected=true] .name")).hasText(name + "-api");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/catalog/palettes/api/" + name + "-api$"));
        assertThat(heading(page, name + "-api")).isVisible();
        assertThat(page.locator("dialog.palette")).isHidden();

        page.keyboard().press("Control+k");
        page.keyboard().type("qqqqwwww");
        assertThat(option(page, "Search for “qqqqwwww” in everything")).isVisible();
        Axe.accepts(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.palette")).isHidden();

        page.keyboard().press("Control+k");
        page.keyboard().type("dark theme");
        page.keyboard().press("Enter");
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
        page.reload();
        assertThat(heading(page, name + "-api")).isVisible();
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
        page.context().close();
    }

    @Test
    void keys_lead_on_but_never_out_of_a_field() throws Exception {
        Page page = signedIn("admin", "/catalog", ColorScheme.LIGHT, 1440);
        assertThat(heading(page, "Catalog")).isVisible();
        page.keyboard().press("g");
        page.keyboard().press("s");
        assertThat(page).hasURL(Pattern.compile("/sources$"));

        page.navigate(address("/register"));
        field(page).click();
        page.keyboard().type("g s?/[");
        assertThat(field(page)).hasValue("g s?/[");
        assertThat(page).hasURL(Pattern.compile("/register$"));
        assertThat(page.locator("dialog[open]")).hasCount(0);

        page.locator("h1").click();
        page.keyboard().press("?");
        assertThat(page.getByText("Go to Sources")).isVisible();
        Axe.accepts(page);
        page.getByLabel("Keys without Ctrl do something").uncheck();
        assertThat(page.locator("dialog.shortcuts[data-enabled=false]")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        page.keyboard().press("Control+k");
        assertThat(page.locator("dialog.palette[open]")).hasCount(1);
        page.context().close();
    }

    @Test
    void the_narrow_drawer_stays_narrow() throws Exception {
        Page page = signedIn("engineer", "/catalog", ColorScheme.DARK, 1440);
        assertThat(heading(page, "Catalog")).isVisible();
        page.keyboard().press("[");
        assertThat(page.locator("html[data-drawer=narrow]")).hasCount(1);
        Axe.accepts(page);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.reload();
        assertThat(heading(page, "Catalog")).isVisible();
        assertThat(page.locator("html[data-drawer=narrow]")).hasCount(1);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 390"})
    void what_was_typed_outlives_the_session(ColorScheme scheme, int width) throws Exception {
        String account = account("admin");
        Page page = signedInAs(account, "/register", scheme, width);
        field(page).click();
        page.keyboard().type(TYPED);
        if (width > 700) {
            page.context()
                    .addCookies(List.of(
                            new Cookie("PORTICO_SESSION", "of-a-portal-that-was-restarted").setUrl(address("/"))));
        } else {
            page.context().clearCookies();
        }
        page.keyboard().press("Tab");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("You were signed out");
        assertThat(page).hasURL(Pattern.compile("/register$"));
        page.keyboard().press("Escape");
        assertThat(field(page)).hasValue(TYPED);
        Axe.accepts(page);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in again"))
                .click();
        assertThat(heading(page, "Sign in to Portico")).isVisible();
        signIn(page, account);
        assertThat(page).hasURL(Pattern.compile("/register$"));
        assertThat(field(page)).hasValue(TYPED);
        assertThat(page.getByText("What you had typed is back.")).isVisible();
        page.context().close();
    }

    @Test
    void what_was_typed_is_not_shown_to_somebody_else() throws Exception {
        Page page = signedIn("admin", "/register", ColorScheme.LIGHT, 1440);
        field(page).click();
        page.keyboard().type(TYPED);
        page.context().clearCookies();
        page.keyboard().press("Tab");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in again"))
                .click();
        signIn(page, account("admin"));

        assertThat(heading(page, "Register")).isVisible();
        page.waitForCondition(() -> page.evaluate("sessionStorage.getItem('portico-draft')") == null);
        assertThat(field(page)).hasValue("");
        page.context().close();
    }

    @Test
    void a_password_is_not_kept_even_while_it_is_shown() throws Exception {
        Page page = signedIn("engineer", "/profile", ColorScheme.LIGHT, 1440);
        Locator password = page.getByLabel("Present password", new Page.GetByLabelOptions().setExact(true));
        password.click();
        page.locator("vaadin-password-field").first().locator("[slot=reveal]").click();
        assertThat(password).hasAttribute("type", "text");
        page.context().clearCookies();
        password.click();
        page.keyboard().type(TYPED);
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("You were signed out");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in again"))
                .click();
        assertThat(heading(page, "Sign in to Portico")).isVisible();
        page.waitForCondition(() -> page.evaluate("sessionStorage.getItem('portico-draft')") == null);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390", "DARK, 390"})
    void home_is_laid_out_by_keyboard_alone_and_stays_so(ColorScheme scheme, int width) throws Exception {
        upload("home-journey");
        Page page = signedIn("engineer", "/", scheme, width);
        assertThat(page).hasURL(Pattern.compile("/home$"));
        assertThat(page.locator("h1")).containsText("Jo");
        assertThat(page.locator(".glance a").first()).isVisible();
        Axe.accepts(page);

        press(page, "Customise");
        assertThat(page).hasURL(Pattern.compile("/home\\?customise"));
        press(page, "Move Recent changes up");
        assertThat(page.getByText("Recent changes is now 2 of 3")).hasCount(1);
        press(page, "Hide Recently visited");
        assertThat(page.getByText("Recently visited is hidden")).hasCount(1);
        press(page, "Add My teams");
        assertThat(page.getByText("My teams is shown again")).hasCount(1);
        Axe.accepts(page);
        press(page, "Done");
        assertThat(page.locator("main .actions")).hasText("Customise");
        page.reload();
        assertThat(page.locator(".slot h2"))
                .hasText(new String[] {"Needs you", "Recent changes", "My components", "My teams", "Starred", "Catalog"
                });
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390", "DARK, 390"})
    void the_profile_makes_a_token_and_shows_it_once(ColorScheme scheme, int width) throws Exception {
        Page page = signedIn("engineer", "/profile", scheme, width);
        assertThat(heading(page, "Profile")).isVisible();
        Axe.accepts(page);
        page.getByText("What it allows").click();
        assertThat(page.getByText("Read an entity, its relations, problems and history."))
                .isVisible();
        page.getByLabel("New token for").fill("build");
        press(page, "Create token");
        assertThat(page.getByText("It is not shown again")).isVisible();
        Axe.accepts(page);
        page.reload();
        assertThat(page.getByText("never used")).isVisible();
        assertThat(page.getByText("It is not shown again")).hasCount(0);
        page.context().close();
    }

    private static void press(Page page, String button) {
        Locator found = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true));
        found.focus();
        page.keyboard().press("Enter");
    }

    private void upload(String name) {
        String yaml = """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %1$s, namespace: palettes}
                spec: {type: service, lifecycle: production, owner: keepers}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: %1$s-api, namespace: palettes}
                spec: {type: openapi, lifecycle: production, owner: keepers, definition: "openapi: 3.1.0"}
                """.formatted(name);
        sources.upload(
                name,
                List.of(new DescriptorUpload("catalog-info.yaml", yaml.getBytes(StandardCharsets.UTF_8))),
                Reader.system("tests"));
    }

    private Page signedIn(String role, String path, ColorScheme scheme, int width) {
        return signedInAs(account(role), path, scheme, width);
    }

    private Page signedInAs(String account, String path, ColorScheme scheme, int width) {
        Page page = browser.page(width, 900, scheme);
        page.navigate(address(path));
        signIn(page, account);
        assertThat(page.locator("[data-reader]")).hasAttribute("data-reader", "account:" + account);
        return page;
    }

    private String address(String path) {
        return TestPortal.of(context).address() + path;
    }

    private String account(String role) {
        String name = "shell-" + UUID.randomUUID().toString().substring(0, 8);
        Reader admin = new Reader("account:test", null, "The test", null, Set.of(), Set.of("admin"), null);
        accounts.create(admin, new NewAccount(name, "Jo", null, Set.of(role), PASSWORD));
        return name;
    }

    private static void signIn(Page page, String account) {
        page.getByLabel("Name").fill(account);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private static Locator field(Page page) {
        return page.getByLabel("Address", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator option(Page page, String name) {
        return page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(text).setExact(true).setLevel(1));
    }
}
