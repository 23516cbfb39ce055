package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A team lead's morning, in a real browser: from what needs the teams to how it is mended and whom it concerns.
final class LeadJourneyTest extends BrowserJourney {

    @Autowired
    private Sources sources;

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT 1440", "DARK 390"})
    void from_the_home_page_to_what_is_wrong_and_whom_it_concerns(String look) throws Exception {
        String lead = Walk.name();
        company(lead);
        try (Walk walk = Walk.to("/home", context, browser, lead, "engineer", look)) {
            assertThat(walk.page().getByText("My teams").first()).isVisible();
            Eventually.passes(Duration.ofSeconds(20), () -> {
                walk.go("/home?whose=teams");
                assertThat(walk.text("dynamo has 1 problem")).isVisible();
            });
            Axe.accepts(walk.page());
            walk.link("Mine").first().click();
            assertThat(walk.text("dynamo has 1 problem")).isHidden();
            walk.link("My teams").first().click();
            walk.link("Mend dynamo").click();
            assertThat(walk.page()).hasURL(Pattern.compile("/dynamo/problems$"));
            assertThat(walk.page().getByText("no-such-coil").first()).isVisible();
            Axe.accepts(walk.page());
            walk.page().locator(".page-tabs").getByText("History").click();
            assertThat(walk.page().getByText("Created").first()).isVisible();
            Axe.accepts(walk.page());
            walk.page().locator(".page-tabs").getByText("Overview").click();
            walk.link("Blast radius").click();
            assertThat(walk.heading("Graph")).isVisible();
            assertThat(walk.page().getByText("1 entity depends on it")).isVisible();
            Axe.accepts(walk.page());
        }
    }

    private void company(String lead) {
        byte[] yaml = """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: power, namespace: lead-journey}
                spec: {type: department, children: [winders]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: winders, namespace: lead-journey, title: The Winders}
                spec: {type: team, children: []}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata:
                  name: %1$s
                  namespace: lead-journey
                  annotations: {portico.dev/account: %1$s, portico.dev/leads: "group:power"}
                spec: {memberOf: [power]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: dynamo, namespace: lead-journey, description: Makes current}
                spec: {type: service, lifecycle: production, owner: winders, dependsOn: [resource:no-such-coil]}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: lamp, namespace: lead-journey}
                spec: {type: website, lifecycle: production, owner: power, dependsOn: [component:dynamo]}
                """.formatted(lead).getBytes(StandardCharsets.UTF_8);
        sources.upload("lead-journey", List.of(new DescriptorUpload("lead.yaml", yaml)), Reader.system("tests"));
    }
}
