package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccessReview;
import dev.portico.access.NewAccount;
import dev.portico.access.ReviewChoice;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewScope;
import dev.portico.kernel.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages of access reviews and of the trail in a real browser: the list, a review, its report, who holds
/// what today, and the row that it left. Each is held to axe-core.
final class ReviewJourneyTest extends BrowserJourney {

    private static final String PASSWORD = "four plain words here";
    private static final Reader ADMIN =
            new Reader("account:test", null, "The test", null, Set.of(), Set.of("admin"), null);

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessReviews reviews;

    @Autowired
    private JdbcClient database;

    private String name = "";
    private AccountSummary reviewer;
    private AccessReview review;

    @BeforeEach
    void begin() {
        name = "reviewer-" + UUID.randomUUID().toString().substring(0, 8);
        reviewer =
                accounts.create(ADMIN, new NewAccount(name, "Rae Viewer", null, Set.of("admin", "engineer"), PASSWORD));
        review = reviews.start(
                ADMIN,
                new NewAccessReview(
                        "Engineers of " + name,
                        ReviewScope.role("engineer"),
                        Instant.now().plus(Duration.ofDays(7)),
                        Set.of(name)));
        Reader reader =
                new Reader("account:" + name, reviewer.id(), "Rae Viewer", null, Set.of(), reviewer.roles(), null);
        ReviewLine own = reviews.lines(ADMIN, review.id()).stream()
                .filter(line -> line.holder().equals(name))
                .findFirst()
                .orElseThrow();
        reviews.decide(
                reader,
                review.id(),
                List.of(new ReviewChoice(own.number(), own.version())),
                ReviewLine.Decision.REMOVE,
                "Reviews for a living now.");
    }

    @AfterEach
    void remove() {
        database.sql("DELETE FROM access_review WHERE id = ?")
                .param(review.id())
                .update();
        accounts.remove(ADMIN, reviewer.id());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390"})
    void reviews_and_their_reports_are_usable_by_everyone(ColorScheme scheme, int width) throws Exception {
        Page page = browser.page(width, 900, scheme);
        page.navigate(address("/access/reviews"));
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        button(page, "Sign in");
        assertThat(page.getByText(review.title())).isVisible();
        Axe.accepts(page);

        page.getByText(review.title()).click();
        assertThat(page.getByText("Reviews for a living now.")).isVisible();
        Axe.accepts(page);
        if (width < 700) {
            LocalDate day = LocalDate.ofInstant(review.madeAt(), ZoneOffset.UTC);
            saves(page, "CSV", "access-review-engineer-" + day + ".csv");
        }
        button(page, "Change…");
        assertThat(page.getByLabel("Due by the end of (UTC)")).isVisible();
        Axe.accepts(page);

        page.navigate(address("/access/reviews/" + review.id() + "/report"));
        assertThat(page.getByText("Reviews for a living now.")).isVisible();
        Axe.accepts(page);
        page.navigate(address("/access/reviews/today?role=engineer"));
        assertThat(page.getByText("Who holds the role engineer")).isVisible();
        Axe.accepts(page);

        page.navigate(address("/audit?type=access-review&thing=" + review.id()));
        assertThat(page.getByText("access.review.decide").first()).isVisible();
        Axe.accepts(page);
        page.getByText("access.review.decide").first().click();
        assertThat(page.getByText("The review " + review.title()).last()).isVisible();
        Axe.accepts(page);
        if (width < 700) {
            page.navigate(address("/audit?type=access-review&thing=" + review.id()));
            saves(page, "Export JSON Lines", "audit.jsonl");
        }
        page.context().close();
    }

    /// What a phone has in the menu beside the page's main action.
    private static void saves(Page page, String words, String file) {
        page.locator(".more-menu vaadin-menu-bar-button").first().click();
        Download saved =
                page.waitForDownload(() -> page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(words))
                        .click());
        Assertions.assertEquals(file, saved.suggestedFilename());
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
