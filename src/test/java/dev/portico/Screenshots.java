package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/// The command `./portico shots DIR`: pictures of the main screens, in light and in dark, on a desk and on a phone.
///
/// It starts a portal of its own with the sample company, in a folder of its own, and ends it. No test by its name, so
/// that the tests leave it out.
final class Screenshots {

    private static final String PASSWORD = "a password for pictures";
    private static final Duration LOADED = Duration.ofMinutes(1);

    /// The last of the sample company's past is read meanwhile, so that no picture shows a list that changes.
    private static final double SETTLING_MILLIS = 15_000;

    private static final List<Window> WINDOWS = List.of(
            new Window("light", ColorScheme.LIGHT, 1440, 900),
            new Window("dark", ColorScheme.DARK, 1440, 900),
            new Window("phone", ColorScheme.LIGHT, 390, 844),
            new Window("phone-dark", ColorScheme.DARK, 390, 844));
    private static final List<Screen> SCREENS = List.of(
            new Screen("home", "/home", ".+, Admin"),
            new Screen("home-customise", "/home?customise", ".+, Admin"),
            new Screen("profile", "/profile", "Profile"),
            new Screen("catalog", "/catalog", "Catalog"),
            new Screen("catalog-filtered", "/catalog?kind=component&owner=group:default/fares", "Catalog"),
            new Screen("catalog-empty", "/catalog?q=nothing-is-called-this", "Catalog"),
            new Screen("entity", "/catalog/default/component/fare-engine", "fare-engine"),
            new Screen("entity-relations", "/catalog/default/component/fare-engine/relations", "fare-engine"),
            new Screen("entity-tree", "/catalog/default/component/fare-engine/relations?form=tree", "fare-engine"),
            new Screen("entity-history", "/catalog/default/component/fare-engine/history", "fare-engine"),
            new Screen("entity-api", "/catalog/default/api/fare-api/api", "fare-api"),
            new Screen("graph", "/graph?root=component:default/fare-engine", "Graph"),
            new Screen("graph-domains", "/graph?root=domain:default/ticketing&rollup=system", "Graph"),
            new Screen("entity-yaml", "/catalog/default/component/fare-engine/yaml", "fare-engine"),
            new Screen("search", "/search?q=refund", "Search"),
            new Screen("search-nothing", "/search?q=refund&lifecycle=deprecated", "Search"),
            new Screen("missing", "/catalog/missing?what=fare-motor", "Why is my entity missing\\?"),
            new Screen("sources", "/sources", "Sources"),
            new Screen("source", "/sources/northwind-rail", "northwind-rail"),
            new Screen("roles", "/access", "Access"),
            new Screen(
                    "simulator",
                    "/access?role=engineer&who=account:tomasz&may=catalog.entity.read&on=component:default/payment-adapter",
                    "Access"),
            new Screen("replay", "/access?role=engineer&simulator=replay", "Access"),
            new Screen("policies", "/access/policies", "Access"),
            new Screen("comparison", "/access/policies?from=2&to=3", "Access"),
            new Screen("requests", "/access/requests", "Access"),
            new Screen("reviews", "/access/reviews", "Access"),
            new Screen("people", "/access/people", "Access"),
            new Screen("person", "/access/people/priya", "Priya Raman"),
            new Screen("spaces", "/access/spaces", "Access"),
            new Screen("tokens", "/access/tokens?state=any", "Access"),
            new Screen("audit", "/audit?action=catalog.*", "Audit"),
            new Screen("my-access", "/me/access", "My access"),
            new Screen("notifications", "/notifications", "Notifications"),
            new Screen("upload", "/register?upload=", "Register"),
            new Screen("not-found", "/catalog/default/component/nothing", "Not found"));

    private static final String DESCRIPTORS = """
            apiVersion: backstage.io/v1alpha1
            kind: System
            metadata: {name: delay-repay}
            spec: {owner: fares, domain: ticketing}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: delay-calculator, description: How late a train was}
            spec: {type: service, lifecycle: experimental, owner: fares, system: delay-repay}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: delay repay web, description: Where passengers claim}
            spec: {type: website, lifecycle: experimental, owner: fares, system: delay-repay}
            """;

    @TempDir(factory = Folder.class)
    private Path folder;

    @Test
    void take() throws Exception {
        String target = System.getProperty("portico.shots", "");
        assumeTrue(!target.isEmpty(), "skipped, since nobody said where to put the pictures");
        Path pictures = Files.createDirectories(Path.of(target));
        Path descriptor = Files.writeString(folder.resolve("catalog-info.yaml"), DESCRIPTORS);
        try (PortalProcess portal = PortalProcess.start(
                                FreePort.find(),
                                folder.resolve("home"),
                                Map.of("PORTICO_ADMIN_PASSWORD", PASSWORD),
                                "--demo")
                        .ready();
                Browser browser = Browser.start()) {
            for (Window window : WINDOWS) {
                Page page = browser.page(window.width(), window.height(), window.scheme());
                new Camera(page, "http://localhost:" + portal.port(), pictures, window.name()).takeAll(descriptor);
                page.context().close();
            }
        }
    }

    /// A folder whose name looks well in a picture.
    static final class Folder implements TempDirFactory {

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            return Files.createDirectory(Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "northwind-" + ProcessHandle.current().pid()));
        }
    }

    private record Window(String name, ColorScheme scheme, int width, int height) {}

    /// @param heading what its heading is, as a pattern
    private record Screen(String name, String path, String heading) {}

    private record Camera(Page page, String address, Path pictures, String window) {

        void takeAll(Path descriptor) throws Exception {
            page.navigate(address + "/login");
            assertThat(heading("Sign in to Portico")).isVisible();
            shoot("sign-in");
            page.getByLabel("Name").fill("admin");
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/home$"));
            Eventually.passes(LOADED, () -> {
                page.navigate(address + "/catalog/default/component/fare-engine");
                assertThat(heading("fare-engine")).isVisible();
            });
            page.waitForTimeout(SETTLING_MILLIS);
            for (Screen screen : SCREENS) {
                page.navigate(address + screen.path());
                assertThat(heading(screen.heading())).isVisible();
                shoot(screen.name());
            }
            review();
            preview(descriptor);
        }

        private void review() {
            page.navigate(address + "/access/reviews");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Who keeps the portal going"))
                    .click();
            page.waitForURL(Pattern.compile("/access/reviews/[0-9a-f-]+"));
            assertThat(page.getByText("Snapshot").first()).isVisible();
            shoot("review");
            page.navigate(page.url().replaceFirst("[?].*", "") + "/report");
            assertThat(page.getByText("Snapshot").first()).isVisible();
            shoot("review-report");
        }

        private void preview(Path descriptor) {
            page.navigate(address + "/register");
            page.getByLabel("Address").fill(descriptor.toString());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview"))
                    .click();
            assertThat(page.getByText("What would happen")).isVisible();
            shoot("register");
        }

        private Locator heading(String text) {
            return page.getByRole(
                    AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile("^" + text + "$")));
        }

        private void shoot(String name) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(pictures.resolve(name + "-" + window + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
        }
    }
}
