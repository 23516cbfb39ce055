package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.NewAccount;
import dev.portico.access.Policies;
import dev.portico.access.PolicySummary;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.kernel.Reader;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of policies in a real browser, by mouse and keyboard; each is held to axe-core.
final class PolicyJourneyTest extends BrowserJourney {

    private static final String PASSWORD = "four plain words here";
    private static final Reader ADMIN =
            new Reader("account:test", null, "The test", null, Set.of(), Set.of("admin"), null);

    @Autowired
    private Accounts accounts;

    @Autowired
    private Policies policies;

    private @Nullable AccountSummary account;
    private int draft;
    private int inForce;

    @BeforeEach
    void draft() {
        inForce = policies.inForce(ADMIN).number();
        PolicySummary begun = policies.draft(ADMIN, null, "A journey");
        draft = begun.number();
        policies.put(
                ADMIN,
                draft,
                begun.version(),
                new Role(
                        "journey-lead",
                        "Leads the way.",
                        Set.of("engineer"),
                        null,
                        List.of(new RoleMember(RoleMember.Kind.GROUP, "group:journey/stokers", null)),
                        List.of(Grant.allow(
                                "catalog.entity.refresh",
                                new Condition.AllOf(
                                        List.of(new Rule.OwnerIsMine(), new Condition.Not(new Rule.TagHas("pci"))))))));
    }

    @AfterEach
    void discard() {
        if (account != null) {
            accounts.remove(ADMIN, account.id());
        }
        policies.discard(ADMIN, draft, policies.policy(ADMIN, draft).summary().version());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390"})
    void a_condition_is_changed_by_keyboard_and_compared(ColorScheme scheme, int width) throws Exception {
        String name = "journey-" + UUID.randomUUID().toString().substring(0, 8);
        account = accounts.create(ADMIN, new NewAccount(name, "Jo", null, Set.of("admin"), PASSWORD));
        Page page = browser.page(width, 900, scheme);
        page.navigate(address("/access?policy=" + draft + "&role=journey-lead"));
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        button(page, "Sign in").click();
        assertThat(page.getByText("Leads the way.")).isVisible();
        Axe.accepts(page);

        Locator grant = page.locator(".grant-line");
        grant.focus();
        page.keyboard().press("Enter");
        assertThat(grant).hasAttribute("aria-expanded", "true");
        assertThat(page.locator(".condition.editing")).isVisible();
        Axe.accepts(page);
        Locator remove = button(page, "Remove the rule Owner is me or one of my groups");
        remove.focus();
        page.keyboard().press("Enter");
        assertThat(remove).hasCount(0);
        assertThat(grant).containsText("where it does not have the tag pci");

        page.navigate(address("/access/policies?from=" + inForce + "&to=" + draft));
        assertThat(page.getByText("Allow catalog.entity.refresh where it does not have the tag pci"))
                .isVisible();
        Axe.accepts(page);
        page.context().close();
    }

    private String address(String path) {
        return TestPortal.of(context).address() + path;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
