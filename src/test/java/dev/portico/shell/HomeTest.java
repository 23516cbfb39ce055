package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.access.Accounts;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Stars;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.look.Badge;
import dev.portico.look.Card;
import dev.portico.look.HomeCard;
import dev.portico.look.Icon;
import dev.portico.look.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

final class HomeTest extends ScreenTest {

    private static final EntityRef STOKERS = new EntityRef("group", "home", "stokers");
    private static final EntityRef SHOVEL = new EntityRef("component", "home", "shovel");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Stars stars;

    @Autowired
    private HomeCards cards;

    private Reader jo;

    @BeforeEach
    void company() {
        upload("home", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: shovel, namespace: home, description: Moves coal}
                spec: {type: service, lifecycle: production, owner: stokers, dependsOn: [resource:home/no-such-coal]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: whistle, namespace: home, labels: {portico.dev/visibility: public}}
                spec: {type: library, lifecycle: production, owner: stokers}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: stokers, namespace: home, title: The Stokers}
                spec: {type: team, children: [lighters]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: lighters, namespace: home}
                spec: {type: team, children: []}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: boss, namespace: home, annotations: {portico.dev/leads: "group:home/stokers"}}
                spec: {memberOf: [stokers]}
                """);
        jo = member(People.create(accounts), "jo", "engineer");
    }

    @Test
    void home_shows_what_is_mine_and_what_is_wrong_with_it_and_why() throws Exception {
        startAs(jo);
        open("home");

        assertThat(heading()).isEqualTo("Hello, Jo");
        assertThat(titles())
                .containsExactly(
                        "Needs you", "My components", "Recent changes", "Starred", "Recently visited", "Catalog");
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(words()).contains("shovel has 1 problem", "no-such-coal", "whistle", "Nothing yet");
        });
        assertThat(links())
                .contains(
                        "catalog/home/component/shovel/problems",
                        "catalog?owner=group%3Ahome%2Fstokers&owner=user%3Ahome%2Fjo&kind=component",
                        "catalog?kind=component");
    }

    @Test
    void what_is_starred_and_was_opened_comes_back() throws Exception {
        stars.star(SHOVEL, jo);
        startAs(jo);
        open("catalog/home/component/whistle");
        open("home");

        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(card("Starred")).contains("shovel", "owned by The Stokers");
            assertThat(card("Recently visited")).contains("whistle");
        });
    }

    @Test
    void a_layout_of_ones_own_is_kept() {
        startAs(jo);
        open("home?customise");
        press("Move Recent changes up");
        press("Move My components to the narrow column");
        press("Hide Starred");
        press("Add My teams");
        assertThat(cards.layout(jo))
                .isEqualTo(new HomeLayout(
                        List.of("attention", "changes", "teams"),
                        List.of("recent", "glance", "components"),
                        List.of("sources", "starred")));

        startAs(jo);
        open("home");
        assertThat(titles())
                .containsExactly(
                        "Needs you", "Recent changes", "My teams", "Recently visited", "Catalog", "My components");
        assertThat(find(Button.class).all()).noneMatch(button -> name(button).startsWith("Move "));

        open("home?customise");
        press("Start over");
        assertThat(cards.layout(jo).main()).containsExactly("attention", "components", "changes");
    }

    @Test
    void each_role_begins_with_its_own_cards() throws Exception {
        startAs(member(People.create(accounts), "boss", "engineer"));
        open("home");
        assertThat(titles()).startsWith("Needs you", "My teams");
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(card("My teams")).contains("The Stokers", "lighters", "2 entities", "1 with problems");
            assertThat(findInView(Badge.class).all())
                    .filteredOn(badge -> badge.getElement().getTextRecursively().contains("with problems"))
                    .isNotEmpty()
                    .allMatch(badge -> badge.hasClassName(State.WARNING.className()));
        });

        startAs(ADMIN);
        open("home");
        assertThat(titles()).startsWith("Sources");
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(card("Sources")).contains("healthy", "See all");
        });
    }

    @Test
    void a_guest_is_shown_and_counted_what_is_public_alone() throws Exception {
        startAs(GUEST);
        open("home");

        assertThat(titles()).containsExactly("Recent changes", "Catalog", "Recently visited");
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(card("Recent changes")).contains("whistle").doesNotContain("shovel");
        });
        open("home?customise");
        assertThat(find(Button.class).all()).extracting(HomeTest::name).doesNotContain("Add Sources");
    }

    @Test
    void whoever_is_nobody_in_the_catalog_is_told_so() throws Exception {
        startAs(ADMIN_WITHOUT_USER);
        open("home");

        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(card("Needs you")).contains("no User entity");
        });
    }

    @Test
    void a_card_that_fails_says_so_in_its_place_and_can_be_tried_again() throws Exception {
        open("home");
        Failing failing = new Failing();
        UI.getCurrent().add(new HomeSlot(failing, ADMIN));
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(find(Button.class).withText("Retry").all()).hasSize(1);
        });
        assertThat(heading()).startsWith("Hello");

        failing.works = true;
        test(find(Button.class).withText("Retry").single()).click();
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(find(Card.class).all())
                    .anyMatch(card -> card.getElement().getTextRecursively().contains("Works again"));
        });
    }

    @Test
    void a_card_that_failed_half_filled_shows_nothing_twice_after_a_retry() throws Exception {
        open("home");
        HalfFilled half = new HalfFilled();
        HomeSlot slot = new HomeSlot(half, ADMIN);
        UI.getCurrent().add(slot);
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(find(Button.class).withText("Retry").all()).hasSize(1);
        });
        assertThat(slot.getElement().getTextRecursively()).doesNotContain("A row");

        half.works = true;
        test(find(Button.class).withText("Retry").single()).click();
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(slot.getElement().getTextRecursively())
                    .containsOnlyOnce("A row")
                    .containsOnlyOnce("1 of 2")
                    .containsOnlyOnce("Failing");
        });
    }

    @Test
    void cards_that_take_long_hold_the_page_up_together_not_one_after_another() {
        open("home");
        CountDownLatch never = new CountDownLatch(1);
        Instant begun = Instant.now();
        List<HomeSlot> slots = Stream.generate(() -> new HomeSlot(new Waiting(never), ADMIN))
                .limit(30)
                .toList();
        slots.forEach(UI.getCurrent()::add);

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
        never.countDown();
    }

    @Test
    void a_warning_is_no_failure() throws Exception {
        EntitySummary shovel = catalog.entity(SHOVEL, jo).orElseThrow().summary();
        assertThat(shovel.problems()).isEqualTo(1);
        assertThat(State.ofErrors(0)).isEqualTo(State.WARNING);
        assertThat(State.ofErrors(1)).isEqualTo(State.FAILED);

        String shown = State.ofErrors(shovel.errors()).className();
        startAs(jo);
        open("home");
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(findInView(Icon.class).all())
                    .filteredOn(icon -> icon.getClassNames().contains("state-sign"))
                    .isNotEmpty()
                    .allMatch(icon -> icon.getClassNames().contains(shown));
        });
    }

    private static final Reader ADMIN_WITHOUT_USER =
            new Reader("account:nobody", ADMIN.account(), "Nobody", null, Set.of(), Set.of("admin"), null);

    private static Reader member(Reader account, String user, String role) {
        EntityRef ref = new EntityRef("user", "home", user);
        return new Reader(account.subject(), account.account(), "Jo Stoker", ref, Set.of(STOKERS), Set.of(role), null);
    }

    private Stream<Card> cards() {
        return findInView(Card.class).all().stream();
    }

    private List<String> titles() {
        return cards().map(HomeTest::title).toList();
    }

    private String card(String title) {
        return cards().filter(card -> title(card).equals(title))
                .map(card -> card.getElement().getTextRecursively())
                .findFirst()
                .orElseThrow();
    }

    private static String title(Card card) {
        return descendants(card)
                .filter(H2.class::isInstance)
                .map(part -> ((H2) part).getText())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> descendants(Component part) {
        return part.getChildren().flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    private List<String> links() {
        return findInView(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    private void press(String name) {
        test(find(Button.class).all().stream()
                        .filter(button -> name(button).equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No button " + name)))
                .click();
    }

    private static String name(Button button) {
        return button.getAriaLabel().orElse(button.getText());
    }

    /// A card of a module that is away at first.
    private static class Failing implements HomeCard {

        volatile boolean works;

        @Override
        public String id() {
            return "failing";
        }

        @Override
        public String title() {
            return "Failing";
        }

        @Override
        public String about() {
            return "Fails.";
        }

        @Override
        public Place place() {
            return Place.MAIN;
        }

        @Override
        public Consumer<Card> read(Reader reader) {
            if (works) {
                return card -> card.body(new Span("Works again"));
            }
            throw new Refusal.Unavailable("away", "The module is away");
        }
    }

    /// A card whose module goes away while it is filled.
    private static final class HalfFilled extends Failing {

        @Override
        public Consumer<Card> read(Reader reader) {
            return card -> {
                card.count("1 of 2").rows(new Span("A row"));
                if (!works) {
                    throw new Refusal.Unavailable("away", "The module is away");
                }
            };
        }
    }

    /// A card whose module does not answer.
    private static final class Waiting extends Failing {

        private final CountDownLatch answer;

        private Waiting(CountDownLatch answer) {
            this.answer = answer;
        }

        @Override
        public Consumer<Card> read(Reader reader) {
            try {
                answer.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return card -> {};
        }
    }
}
