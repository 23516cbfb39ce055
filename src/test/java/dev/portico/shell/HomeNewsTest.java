package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Eventually;
import dev.portico.ScreenTest;
import dev.portico.access.Accounts;
import dev.portico.catalog.Stars;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the cards of the home page are about, and that they follow what others change.
final class HomeNewsTest extends ScreenTest {

    private static final EntityRef STOKERS = new EntityRef("group", "home-news", "stokers");
    private static final EntityRef SHOVEL = new EntityRef("component", "home-news", "shovel");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Stars stars;

    @BeforeEach
    void company() {
        upload("home-news", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: shovel, namespace: home-news}
                spec: {type: service, lifecycle: production, owner: stokers, dependsOn: [resource:no-such-coal]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: stokers, namespace: home-news}
                spec: {type: team, children: [lighters]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: lighters, namespace: home-news}
                spec: {type: team, children: []}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: boss, namespace: home-news, annotations: {portico.dev/leads: "group:stokers"}}
                spec: {memberOf: [stokers]}
                """);
    }

    @Test
    void whoever_leads_others_chooses_between_their_own_things_and_those_of_their_teams() throws Exception {
        Reader boss = member("boss");
        upload("home-news-lighters", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: taper, namespace: home-news}
                spec: {type: tool, lifecycle: production, owner: lighters, dependsOn: [resource:no-such-wick]}
                """);
        startAs(boss);
        Eventually.passes(Duration.ofSeconds(20), () -> {
            open("home");
            assertThat(card("Needs you")).contains("shovel has 1 problem").doesNotContain("taper");
        });

        open("home?whose=teams");
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(card("Needs you")).contains("taper has 1 problem", "shovel has 1 problem");
        });
        startAs(boss);
        open("home");
        assertThat(card("Needs you")).contains("taper has 1 problem");
        open("home?whose=mine");
        assertThat(card("Needs you")).doesNotContain("taper");

        startAs(member("jo"));
        open("home");
        assertThat(card("Needs you")).doesNotContain("My teams");
        upload("home-news-lighters", "");
    }

    @Test
    void cards_follow_what_others_change() throws Exception {
        Reader jo = member("jo");
        startAs(jo);
        open("home");
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(card("My components")).contains("shovel").doesNotContain("tongs");
        });

        upload("home-news-more", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: tongs, namespace: home-news}
                spec: {type: tool, lifecycle: production, owner: stokers}
                """);
        stars.star(SHOVEL, jo);

        Eventually.passes(Duration.ofSeconds(20), () -> {
            receive();
            assertThat(card("My components")).contains("tongs");
            assertThat(card("Starred")).contains("shovel");
        });
        stars.unstar(SHOVEL, jo);
        upload("home-news-more", "");
    }

    private Reader member(String user) {
        Reader account = People.create(accounts);
        EntityRef ref = new EntityRef("user", "home-news", user);
        return new Reader(account.subject(), account.account(), "Jo", ref, Set.of(STOKERS), Set.of("engineer"), null);
    }

    private String card(String title) {
        return findInView(Card.class).all().stream()
                .filter(card -> card.getElement().getTextRecursively().startsWith(title))
                .map(card -> card.getElement().getTextRecursively())
                .findFirst()
                .orElseThrow();
    }
}
