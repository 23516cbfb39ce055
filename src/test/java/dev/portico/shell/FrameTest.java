package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import dev.portico.ScreenTest;
import dev.portico.TestPortal;
import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccessReview;
import dev.portico.access.NewAccount;
import dev.portico.access.ReviewScope;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import dev.portico.look.Menus;
import dev.portico.look.Note;
import dev.portico.look.SkipButton;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

final class FrameTest extends ScreenTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessReviews reviews;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Preferences preferences;

    @Test
    void the_bare_address_leads_to_the_home_page() {
        open("");

        assertThat(heading()).startsWith("Hello");
    }

    @Test
    void a_page_whose_session_has_ended_hears_of_it_within_a_second() {
        open("catalog");

        assertThat(UI.getCurrent().getPushConfiguration().getParameter("reconnectInterval"))
                .isEqualTo("1000");
    }

    @Test
    void the_drawer_lists_what_the_reader_may_open() {
        open("catalog");
        assertThat(find(DrawerEntries.class).single().titles())
                .containsExactly("Home", "Catalog", "Graph", "Sources", "Search", "Access", "Audit");
    }

    @Test
    void the_drawer_of_a_guest_has_no_entry_that_is_closed_to_them() {
        startAs(GUEST);
        open("catalog");

        assertThat(find(DrawerEntries.class).single().titles()).containsExactly("Home", "Catalog", "Graph", "Search");
    }

    @Test
    void whoever_reviews_an_open_review_finds_it_in_the_drawer_with_how_many_wait() {
        AccountSummary account = accounts.create(
                ADMIN, new NewAccount("frame-lead", "Frame Lead", null, Set.of("team-lead"), "four plain words here"));
        Reader lead =
                new Reader("account:frame-lead", account.id(), "Frame Lead", null, Set.of(), Set.of("team-lead"), null);
        AccessReview review = reviews.start(
                ADMIN,
                new NewAccessReview(
                        "Leads",
                        ReviewScope.role("team-lead"),
                        Instant.now().plus(Duration.ofDays(7)),
                        Set.of("frame-lead")));
        try {
            startAs(lead);
            open("catalog");
            assertThat(find(DrawerEntries.class).single().titles())
                    .contains("Reviews")
                    .doesNotContain("Access");
            assertThat(find(DrawerEntries.class).single().count("Reviews")).isEqualTo("1");
            open("access/reviews");
            assertThat(words()).contains("Leads", "Reviews1");

            startAs(new Reader("account:frame-other", Ids.next(), "O", null, Set.of(), Set.of("team-lead"), null));
            open("catalog");
            assertThat(find(DrawerEntries.class).single().titles()).doesNotContain("Reviews");

            reviews.close(ADMIN, review.id());
            startAs(lead);
            open("catalog");
            assertThat(find(DrawerEntries.class).single().titles()).doesNotContain("Reviews");
        } finally {
            jdbc.sql("DELETE FROM access_review WHERE id = ?")
                    .param(review.id())
                    .update();
            accounts.remove(ADMIN, account.id());
        }
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_the_sign_in_page() throws Exception {
        HttpResponse<String> answer = TestPortal.of(context).get("/catalog");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @Test
    void the_sign_in_page_says_why_somebody_was_sent_back() {
        startSignedOut();
        open("login?error=credentials");

        assertThat(findInView(Note.class).single().getElement().getTextRecursively())
                .contains("wrong");
        assertThat(find(SignInForm.class).all()).hasSize(1);
    }

    @Test
    void an_unknown_address_says_so_and_leads_on() {
        open("no/such/page");

        assertThat(heading()).isEqualTo("Not found");
        assertThat(words()).contains("/no/such/page");
    }

    @Test
    void a_closed_page_names_the_permission_that_opens_it() {
        startAs(GUEST);
        open("sources");

        assertThat(heading()).isEqualTo("No right");
        assertThat(words()).contains("catalog.source.read", "See the sources", "Held by the roles admin,", "engineer");
    }

    @Test
    void an_address_with_a_slip_names_the_nearest_page_and_entity() {
        upload("frame", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: steam-whistle, namespace: frame}
                spec: {type: service, lifecycle: production, owner: stokers}
                """);
        open("sorces");
        assertThat(findInView(Anchor.class).all()).extracting(Anchor::getHref).contains("sources");

        open("missing");
        assertThat(findInView(Anchor.class).all()).extracting(Anchor::getHref).contains("catalog/missing");

        open("catalog/frame/component/steam-wistle");
        assertThat(heading()).isEqualTo("Not found");
        assertThat(findInView(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("catalog/frame/component/steam-whistle");
    }

    @Test
    void suggestions_name_nothing_that_the_reader_may_not_read() {
        upload("frame-closed", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: secret-whistle, namespace: frame}
                spec: {type: service, lifecycle: production, owner: stokers}
                """);
        startAs(GUEST);
        open("catalog/frame/component/secret-wistle");

        assertThat(words()).doesNotContain("secret-whistle");
        open("sorces");
        assertThat(findInView(Anchor.class).all()).extracting(Anchor::getHref).doesNotContain("sources");
    }

    @Test
    void the_list_of_shortcuts_names_the_pages_that_the_reader_may_open_and_goes_there() {
        open("catalog");
        Shortcuts shortcuts = find(Shortcuts.class).single();
        assertThat(shortcuts.getChildren()).isEmpty();
        shortcuts.open();
        assertThat(lines(shortcuts)).contains("Go to Catalog", "Go to Sources");
        shortcuts.go("s");
        roundTrip();
        assertThat(heading()).isEqualTo("Sources");

        startAs(GUEST);
        open("catalog");
        shortcuts = find(Shortcuts.class).single();
        shortcuts.open();
        assertThat(lines(shortcuts)).contains("Go to Catalog").doesNotContain("Go to Sources");
        shortcuts.go("s");
        roundTrip();
        assertThat(heading()).isEqualTo("Catalog");
    }

    private static String lines(Shortcuts shortcuts) {
        return shortcuts
                .getElement()
                .getChildren()
                .map(part -> part.getProperty("innerHTML", ""))
                .collect(Collectors.joining());
    }

    @Test
    void shortcuts_are_switched_off_for_good() {
        Reader jo = People.create(accounts);
        startAs(jo);
        open("catalog");
        assertThat(find(Shortcuts.class).single().getElement().getAttribute("data-enabled"))
                .isEqualTo("true");
        find(Shortcuts.class).single().open();
        test(find(Checkbox.class).withCaption("Keys without Ctrl do something").single())
                .click();

        startAs(jo);
        open("catalog");
        assertThat(find(Shortcuts.class).single().getElement().getAttribute("data-enabled"))
                .isEqualTo("false");
    }

    @Test
    void the_first_page_of_an_account_wears_what_it_has_chosen() throws Exception {
        Reader jo = People.create(accounts);
        preferences.change(
                jo, chosen -> chosen.with(Theme.DARK).with(Density.COMPACT).narrow(true));
        TestPortal browser = TestPortal.of(context);
        browser.signIn(jo.subject().substring("account:".length()), People.PASSWORD);

        assertThat(browser.get("/catalog").body())
                .contains("color-scheme: dark", "data-density=\"compact\"", "data-drawer=\"narrow\"");
        assertThat(TestPortal.of(context).get("/login").body())
                .contains("color-scheme: light dark", "data-density=\"cosy\"", "data-drawer=\"wide\"");
    }

    @Test
    void what_is_chosen_in_a_menu_that_has_changed_meanwhile_does_nothing() {
        Reader jo = People.create(accounts);
        startAs(jo);
        open("catalog");
        AvatarMenu menu = find(AvatarMenu.class).single();
        int light = Menus.number(menu, "Light");

        Menus.send(menu, Menus.number(menu, "Dark"));
        assertThat(preferences.of(jo).theme()).isEqualTo(Theme.DARK);

        Menus.send(menu, light);
        assertThat(preferences.of(jo).theme()).isEqualTo(Theme.DARK);
        int last = Menus.number(menu, "Sign out");
        Menus.send(menu, last + 1);
        Menus.send(menu, last - 1);
        Menus.send(menu, -1);
        assertThat(preferences.of(jo).theme()).isEqualTo(Theme.DARK);
        Menus.send(menu, Menus.number(menu, "Light"));
        assertThat(preferences.of(jo).theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void the_first_stop_of_a_page_skips_to_its_content() {
        open("catalog");

        assertThat(find(SkipButton.class).all().getFirst().getElement().getAttribute("data-to"))
                .isEqualTo("#content");
        assertThat(((Component) getCurrentView()).getId()).contains("content");
    }
}
