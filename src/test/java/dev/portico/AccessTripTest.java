package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rights on their whole way through a portal of two nodes, by real browsers, each page held to axe-core: an admin
/// hands a space over, whoever has it makes a role, somebody is refused, asks, is granted for a day and loses it
/// again; and a draft is tried on what people did before it counts on both nodes.
///
/// The database is the test's own, so that its clock can be moved.
@Alone
final class AccessTripTest {

    private static final String TOKEN = "token-of-a-long-trip-0123456789abcdef";
    private static final String PASSWORD = "correct horse battery staple";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DESCRIPTORS = """
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: stokers}
            spec: {type: team, profile: {displayName: The Stokers}, children: []}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: User
            metadata: {name: nora}
            spec: {profile: {displayName: Nora Berg}, memberOf: [stokers]}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: User
            metadata: {name: emil}
            spec: {profile: {displayName: Emil Falk}, memberOf: [stokers]}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: safe, title: The safe, tags: [pci]}
            spec: {type: service, lifecycle: production, owner: stokers}
            """;

    @TempDir
    private Path folder;

    @Test
    void rights_are_handed_over_asked_for_granted_for_a_day_and_tried_before_they_count() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            MovedClock clock = MovedClock.of(postgres);
            try (PortalProcess first = ClusterNode.start("first", folder, postgres, TOKEN, PASSWORD);
                    Browser browser = Browser.start()) {
                TestPortal one = at(first.ready());
                prepare(one);
                try (PortalProcess second = ClusterNode.start("second", folder, postgres, TOKEN, PASSWORD)) {
                    TestPortal two = at(second.ready());
                    anAdminHandsTheSpaceOver(browser, one);
                    whoeverHasTheSpaceMakesARole(browser, one);
                    anEngineerIsRefusedAndAsks(browser, two);
                    theApproverGrantsItForADay(browser, one);
                    theEngineerMayOnBothNodesUntilTheDayIsOver(browser, one, two, clock);
                    aDraftIsTriedCorrectedAndPublished(browser, one);
                    theOtherNodeFollows(browser, two);
                }
            }
        }
    }

    private static void prepare(TestPortal portal) throws Exception {
        done(portal.send(
                "PUT",
                "/api/portico/sources/boilers/descriptors",
                DESCRIPTORS,
                Map.of("Authorization", "Bearer " + TOKEN, "Content-Type", "application/yaml")));
        done(portal.call(TOKEN, "POST", "/api/portico/access/spaces", """
                {"name": "boilers", "title": "Boilers", "description": "", "groups": ["group:default/stokers"]}"""));
        for (String name : new String[] {"nora", "emil"}) {
            done(portal.call(TOKEN, "POST", "/api/portico/accounts", """
                    {"name": "%s", "roles": ["engineer"], "password": "%s"}""".formatted(name, PASSWORD)));
            Eventually.holds(PATIENCE, name + " can be found", () -> portal.call(
                            TOKEN, "GET", "/api/portico/entities?limit=1&text=" + name, "")
                    .body()
                    .contains("\"matching\":1"));
        }
    }

    private static void anAdminHandsTheSpaceOver(Browser browser, TestPortal node) throws Exception {
        Page page = signedIn(browser, node, "admin", "/access");
        assertThat(heading(page, "Access")).isVisible();
        Axe.accepts(page);
        newRole(page, "boilers.lead", "Looks after the boilers", "space-admin");
        button(page, "Add a member").click();
        choose(page, dialog(page).getByRole(AriaRole.COMBOBOX, named("Who")), "user:default/nora");
        Axe.accepts(page);
        button(dialog(page), "Add").click();
        assertThat(page.locator(".role-detail").getByRole(AriaRole.LINK, named("Nora Berg")))
                .isVisible();
        publish(page, "Boilers.lead");
        page.context().close();
    }

    private static void whoeverHasTheSpaceMakesARole(Browser browser, TestPortal node) throws Exception {
        Page page = signedIn(browser, node, "nora", "/access");
        assertThat(heading(page, "Access")).isVisible();
        newRole(page, "boilers.feeder", "Feeds what the boilers burn", "");
        button(page, "Add a grant").click();
        dialog(page).getByRole(AriaRole.COMBOBOX, named("Permission")).fill("catalog.source.register");
        page.keyboard().press("Enter");
        assertThat(dialog(page).locator(".grant-fields")).containsText("Register sources");
        Axe.accepts(page);
        button(dialog(page), "Add").click();
        Locator condition = page.locator(".condition.editing");
        condition.getByRole(AriaRole.MENUITEM, named("Add a rule")).first().click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName("Space is").setExact(true))
                .click();
        choose(page, condition.getByRole(AriaRole.COMBOBOX, named("Space")), "boilers");
        assertThat(page.locator(".grant-line")).containsText("where it belongs to the space boilers");
        Axe.accepts(page);
        publish(page, "Boilers.feeder");
        page.context().close();
    }

    private static void anEngineerIsRefusedAndAsks(Browser browser, TestPortal node) throws Exception {
        Page page = signedIn(browser, node, "emil", "/register");
        assertThat(heading(page, "No right")).isVisible();
        assertThat(page.getByText("catalog.source.register")).isVisible();
        Axe.accepts(page);
        page.getByText("Ask for access").click();
        assertThat(heading(page, "My access")).isVisible();
        choose(page, page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("In the space")), "Boilers");
        page.getByLabel("Because").fill("Our second boiler gets a repository of its own");
        Axe.accepts(page);
        button(page, "Send the request").click();
        assertThat(page.getByText("Waits for an answer").first()).isVisible();
        Axe.accepts(page);
        page.context().close();
    }

    private static void theApproverGrantsItForADay(Browser browser, TestPortal node) throws Exception {
        Page page = signedIn(browser, node, "nora", "/home");
        button(page, "Notifications, 1 unread").click();
        Locator notice = page.locator(".bell-list")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions()
                                .setName(Pattern.compile("emil asks for catalog.source.register in boilers")));
        assertThat(notice).isVisible();
        Axe.accepts(page);
        notice.click();
        assertThat(page.getByText("Request of emil")).isVisible();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("boilers.feeder")))
                .check();
        page.locator(".request-answer vaadin-select").click();
        option(page, "A day").click();
        Axe.accepts(page);
        button(page, "Approve").click();
        assertThat(page.getByText("Approved").first()).isVisible();
        Axe.accepts(page);
        page.context().close();
    }

    private static void theEngineerMayOnBothNodesUntilTheDayIsOver(
            Browser browser, TestPortal one, TestPortal two, MovedClock clock) throws Exception {
        Page here = signedIn(browser, one, "emil", "/register");
        Page there = signedIn(browser, two, "emil", "/register");
        for (Page page : new Page[] {here, there}) {
            reloadedUntil(page, "Register");
            Axe.accepts(page);
        }
        here.navigate(one.address() + "/catalog/default/component/safe");
        assertThat(heading(here, "The safe")).isVisible();
        here.navigate(one.address() + "/register");
        clock.ahead(Duration.ofHours(25));
        for (Page page : new Page[] {here, there}) {
            reloadedUntil(page, "No right");
            Axe.accepts(page);
            page.context().close();
        }
    }

    private static void aDraftIsTriedCorrectedAndPublished(Browser browser, TestPortal node) throws Exception {
        Page page = signedIn(browser, node, "admin", "/access");
        newRole(page, "boilers.secrets", "Reads what is about cards", "");
        button(page, "Add a grant").click();
        dialog(page).getByLabel("Allow or deny").click();
        option(page, "Deny").click();
        dialog(page).getByRole(AriaRole.COMBOBOX, named("Permission")).fill("catalog.entity.read");
        page.keyboard().press("Enter");
        button(dialog(page), "Add").click();
        Locator condition = page.locator(".condition.editing");
        condition.getByRole(AriaRole.MENUITEM, named("Add a rule")).first().click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName("Tag has").setExact(true))
                .click();
        condition.getByRole(AriaRole.COMBOBOX, named("Tag")).fill("pci");
        page.keyboard().press("Enter");
        assertThat(page.locator(".grant-line")).containsText("where it has the tag pci");
        button(page, "Add a member").click();
        choose(page, dialog(page).getByRole(AriaRole.COMBOBOX, named("Who")), "user:default/emil");
        button(dialog(page), "Add").click();
        assertThat(page.locator(".role-detail").getByRole(AriaRole.LINK, named("Emil Falk")))
                .isVisible();

        button(page, "Replay").click();
        button(page, Pattern.compile("Run draft \\d+ over them")).click();
        Eventually.passes(PATIENCE, () -> {
            button(page, "Run again").click();
            assertThat(page.locator(".replay-result")).containsText("1 person loses");
        });
        assertThat(page.locator(".replay-result")).containsText("emil");
        button(page, "Permissions").click();
        assertThat(page.locator(".replay-result")).containsText("catalog.entity.read");
        Axe.accepts(page);

        page.locator(".grant-line").click();
        page.locator(".grant .grant-fields").getByLabel("Allow or deny").click();
        option(page, "Allow").click();
        assertThat(page.locator(".grant-line")).containsText("Allow");
        button(page, "Run again").click();
        assertThat(page.locator(".replay-result")).containsText("0 people lose");
        Axe.accepts(page);
        publish(page, "Boilers.secrets");
        page.context().close();
    }

    private static void theOtherNodeFollows(Browser browser, TestPortal node) throws Exception {
        Page page = signedIn(browser, node, "admin", "/access?role=boilers.secrets");
        assertThat(page.locator(".grant-line")).containsText("Allow");
        assertThat(page.locator(".grant-line")).containsText("where it has the tag pci");
        assertThat(page.getByText("in force since")).isVisible();
        Axe.accepts(page);
        page.context().close();
    }

    /// Makes a role of the space in the one draft.
    private static void newRole(Page page, String name, String purpose, String includes) throws Exception {
        button(page, "New role").click();
        Locator dialog = dialog(page);
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("What it is for").fill(purpose);
        choose(page, dialog.getByRole(AriaRole.COMBOBOX, named("Only in the space")), "boilers");
        if (!includes.isEmpty()) {
            choose(page, dialog.getByRole(AriaRole.COMBOBOX, named("Includes")), includes);
        }
        Axe.accepts(page);
        button(dialog, "Make the role").click();
        assertThat(page.locator(".role-detail").getByText(purpose)).isVisible();
    }

    /// Types into a box, takes what it suggests, and leaves it.
    private static void choose(Page page, Locator box, String value) {
        box.fill(value);
        option(page, value).click();
        page.keyboard().press("Tab");
    }

    private static void publish(Page page, String role) throws Exception {
        button(page, "Publish…").click();
        assertThat(dialog(page).getByText(role).first()).isVisible();
        Axe.accepts(page);
        button(dialog(page), "Publish").click();
        assertThat(dialog(page)).hasCount(0);
        assertThat(button(page, "Publish…")).hasCount(0);
    }

    private static void reloadedUntil(Page page, String heading) throws Exception {
        Eventually.passes(PATIENCE, () -> {
            page.reload();
            page.locator("h1").first().waitFor();
            Assertions.assertThat(page.locator("h1").first().textContent()).isEqualTo(heading);
        });
    }

    private static Page signedIn(Browser browser, TestPortal node, String name, String path) {
        Page page = browser.page();
        page.navigate(node.address() + path);
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        button(page, "Sign in").click();
        return page;
    }

    private static TestPortal at(PortalProcess portal) {
        return TestPortal.at("http://localhost:" + portal.port());
    }

    private static void done(HttpResponse<String> answer) {
        Assertions.assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private static Locator dialog(Page page) {
        return page.locator("vaadin-dialog[opened]");
    }

    private static Locator option(Page page, String name) {
        return page.getByRole(
                AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(text).setExact(true).setLevel(1));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Locator part, String name) {
        return part.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
