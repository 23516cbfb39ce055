package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.access.NewToken;
import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRequest;
import dev.portico.access.Tokens;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of people, spaces and tokens in a real browser; each is held to axe-core.
final class AdminJourneyTest extends BrowserJourney {

    private static final String PASSWORD = "four plain words here";
    private static final Reader ADMIN =
            new Reader("account:test", null, "The test", null, Set.of(), Set.of("admin"), null);

    @Autowired
    private Accounts accounts;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Tokens tokens;

    private String name = "";

    @BeforeEach
    void name() {
        name = "warden-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void remove() {
        Space space = spaces.space(ADMIN, name);
        spaces.delete(ADMIN, name, space.version());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390"})
    void people_spaces_and_tokens_are_usable_by_everyone(ColorScheme scheme, int width) throws Exception {
        AccountSummary account =
                accounts.create(ADMIN, new NewAccount(name, "Jo Warden", null, Set.of("admin"), PASSWORD));
        spaces.create(ADMIN, name, "The wardens", "Keys.", Set.of(EntityRef.parse("group:journey/wardens")));
        NewToken token = tokens.create(
                ADMIN, TokenRequest.service(name, Set.of("guest"), null).within(Set.of(name)));
        Page page = browser.page(width, 900, scheme);
        page.navigate(address("/access/people?q=" + name));
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        button(page, "Sign in");
        assertThat(page.locator(".person-cell .name")).hasText("Jo Warden");
        Axe.accepts(page);

        page.locator(".person-cell .name").click();
        assertThat(page.getByText("Given to the account")).isVisible();
        assertThat(page.getByText("This one")).isVisible();
        Axe.accepts(page);
        button(page, "Change…");
        assertThat(page.getByLabel("Name to show")).hasValue("Jo Warden");
        Axe.accepts(page);

        page.navigate(address("/access/spaces"));
        assertThat(page.getByText("The wardens")).isVisible();
        Axe.accepts(page);
        page.navigate(address("/access/spaces/" + name));
        assertThat(page.getByText("Roles that hold here alone")).isVisible();
        Axe.accepts(page);

        page.navigate(address("/access/tokens?space=" + name));
        assertThat(page.getByText(token.token().hint()).first()).isVisible();
        Axe.accepts(page);
        button(page, "New service token");
        assertThat(page.getByLabel("What it is for")).isVisible();
        Axe.accepts(page);
        page.context().close();
        accounts.remove(ADMIN, account.id());
    }

    private String address(String path) {
        return TestPortal.of(context).address() + path;
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
