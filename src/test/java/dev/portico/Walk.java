package dev.portico;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.kernel.Reader;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/// Somebody's way through the portal of the tests, in a browser of their own.
final class Walk implements AutoCloseable {

    private static final String PASSWORD = "four plain words here";

    private final Page page;
    private final String address;

    private Walk(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    /// A name that no account has.
    static String name() {
        return "walk-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// Somebody new who signs in to see a page.
    static Walk to(String path, ApplicationContext context, Browser browser, String name, String role, String look) {
        Reader admin = new Reader("account:test", null, "The test", null, Set.of(), Set.of("admin"), null);
        context.getBean(Accounts.class).create(admin, new NewAccount(name, "Jo", null, Set.of(role), PASSWORD));
        String[] window = look.split(" ", 2);
        Page page = browser.page(Integer.parseInt(window[1]), 900, ColorScheme.valueOf(window[0]));
        Walk walk = new Walk(page, TestPortal.of(context).address());
        walk.go(path);
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.keyboard().press("Enter");
        return walk;
    }

    Page page() {
        return page;
    }

    void go(String path) {
        page.navigate(address + path);
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(text).setExact(true).setLevel(1));
    }

    Locator link(String text) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true)).first();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
