package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.portico.access.Accounts;
import dev.portico.access.NewAccount;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Two people look at the catalog in browsers of their own while a program changes it.
final class LiveJourneyTest extends BrowserJourney {

    private static final String PASSWORD = "four plain words here";
    private static final int CHANGES = 7;
    private static final long SOON_MILLIS = 1_000;
    private static final int ROWS = 40;

    @Autowired
    private Accounts accounts;

    @Test
    void what_a_program_changes_appears_within_a_second_and_moves_nothing() throws Exception {
        push(0, ROWS);
        Page list = browser.page(1440, 900, ColorScheme.LIGHT);
        open(list, "/catalog?owner=group:live/keepers&columns=lifecycle");
        assertThat(list.getByText("lantern-00", exact())).isVisible();
        list.evaluate("() => document.querySelector('vaadin-grid').shadowRoot.querySelector('#table').scrollTop = 620");
        assertThat(list.getByText("Round 0 of lantern-15", exact())).isVisible();
        Page entity = browser.page(1440, 500, ColorScheme.DARK);
        open(entity, "/catalog/live/component/lantern-15/yaml");
        assertThat(entity.getByText("Round 0 of lantern-15").first()).isVisible();
        entity.evaluate("() => document.querySelector('.page > .body').scrollTop = 120");
        double listAt = scrolled(list);
        double entityAt = bodyScrolled(entity);

        List<Long> listMillis = new ArrayList<>();
        List<Long> entityMillis = new ArrayList<>();
        for (int round = 1; round <= CHANGES; round++) {
            String words = "Round " + round + " of lantern-15";
            long began = System.nanoTime();
            push(round, ROWS);
            assertThat(list.getByText(words, exact())).isVisible();
            listMillis.add((System.nanoTime() - began) / 1_000_000);
            assertThat(entity.locator("pre").getByText(words).first()).isVisible();
            entityMillis.add((System.nanoTime() - began) / 1_000_000);
        }

        assertThat(median(listMillis)).as("the list after %s ms", listMillis).isLessThanOrEqualTo(SOON_MILLIS);
        assertThat(median(entityMillis))
                .as("the page after %s ms", entityMillis)
                .isLessThanOrEqualTo(SOON_MILLIS);
        assertThat(scrolled(list)).isEqualTo(listAt);
        assertThat(bodyScrolled(entity)).isEqualTo(entityAt).isPositive();
        assertThat(list.locator(".list-news")).isHidden();

        push(CHANGES, ROWS + 3);
        assertThat(list.locator(".list-news")).containsText("3 changed");
        assertThat(scrolled(list)).isEqualTo(listAt);
        assertThat(list.locator("vaadin-grid").boundingBox().y
                        + list.locator("vaadin-grid").boundingBox().height)
                .isLessThanOrEqualTo(list.locator(".list-news").boundingBox().y);
        Axe.accepts(list);
        Axe.accepts(entity);
        list.getByText("Show", exact()).click();
        assertThat(list.locator(".list-news")).isHidden();
        list.context().close();
        entity.context().close();
    }

    private void push(int round, int rows) throws Exception {
        StringBuilder yaml = new StringBuilder();
        for (int at = 0; at < rows; at++) {
            yaml.append("""
                    ---
                    apiVersion: backstage.io/v1alpha1
                    kind: Component
                    metadata:
                      name: lantern-%1$02d
                      namespace: live
                      description: Round %2$d of lantern-%1$02d
                      tags: [a, b, c, d, e, f, g, h]
                      annotations: {example.com/a: a, example.com/b: b, example.com/c: c}
                    spec: {type: service, lifecycle: production, owner: keepers, dependsOn: [component:wick]}
                    """.formatted(at, at == 15 ? round : 0));
        }
        int status = TestPortal.of(context)
                .send(
                        "PUT",
                        "/api/portico/sources/live/descriptors",
                        yaml.toString(),
                        Map.of("Authorization", "Bearer " + TestPortal.ADMIN_TOKEN, "Content-Type", "application/yaml"))
                .statusCode();
        assertThat(status).isEqualTo(200);
    }

    private void open(Page page, String path) {
        String name = "live-" + UUID.randomUUID().toString().substring(0, 8);
        Reader admin = new Reader("account:test", null, "The test", null, Set.of(), Set.of("admin"), null);
        accounts.create(admin, new NewAccount(name, "Jo", null, Set.of("engineer"), PASSWORD));
        page.navigate(TestPortal.of(context).address() + path);
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private static double scrolled(Page page) {
        return ((Number) page.evaluate(
                        "() => document.querySelector('vaadin-grid').shadowRoot.querySelector('#table').scrollTop"))
                .doubleValue();
    }

    private static double bodyScrolled(Page page) {
        return ((Number) page.evaluate("() => document.querySelector('.page > .body').scrollTop")).doubleValue();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
