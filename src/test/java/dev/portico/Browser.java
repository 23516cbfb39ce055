package dev.portico;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A Chromium without a window, as people's browsers are: the one that `PORTICO_BROWSER` names, or this machine's.
public final class Browser implements AutoCloseable {

    /// How long a page may take to show what is expected of it. Speed is measured elsewhere; a machine that others use
    /// as well fails no test.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /// Starts the browser, which takes a second.
    public static Browser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        return new Browser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /// Where the browser is on this machine.
    ///
    /// @throws AssertionError where there is none
    public static Path program() {
        String named = System.getenv("PORTICO_BROWSER");
        if (named != null && !named.isEmpty()) {
            return Path.of(named);
        }
        return USUAL.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("No browser was found; install Chromium, or name one in PORTICO_BROWSER"));
    }

    /// A page of somebody who has not been here before, and who takes any certificate.
    public Page page() {
        return page(1440, 900, ColorScheme.LIGHT);
    }

    /// A page of somebody new, with a window of that size, whose system is light or dark.
    public Page page(int width, int height, ColorScheme scheme) {
        BrowserContext person = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setColorScheme(scheme)
                .setViewportSize(width, height));
        return person.newPage();
    }

    /// A page of somebody whose browser heeds no content security policy.
    public Page unguardedPage() {
        BrowserContext person =
                browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBypassCSP(true));
        return person.newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
