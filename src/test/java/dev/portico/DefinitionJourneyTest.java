package dev.portico;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What APIs offer, read in a real browser, whatever their definitions are written in.
final class DefinitionJourneyTest extends BrowserJourney {

    private static final Map<String, String> DEFINITIONS =
            Map.of("openapi", """
                    openapi: 3.1.0
                    info: {title: Rivets, version: 1.0.0}
                    paths:
                      /rivets/{size}:
                        get:
                          summary: Rivets of a size
                          parameters: [{name: size, in: path, required: true, schema: {type: integer}}]
                          responses: {"200": {description: The rivets}}
                    """, "asyncapi", """
                    asyncapi: 3.0.0
                    info: {title: Rivets, version: 1.0.0}
                    channels:
                      rivet-made:
                        address: rivets.made
                        messages: {made: {payload: {type: object, properties: {size: {type: integer}}}}}
                    """, "graphql", """
                    type Query { rivets(size: Int!): [Rivet!]! }
                    type Rivet { size: Int! }
                    """, "grpc", """
                    syntax = "proto3";
                    service Rivets { rpc Find (Question) returns (Rivet); }
                    message Question { int32 size = 1; }
                    message Rivet { int32 size = 1; }
                    """);

    @Autowired
    private Sources sources;

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT 390", "DARK 1440"})
    void an_engineer_reads_what_an_api_offers(String look) throws Exception {
        StringBuilder yaml = new StringBuilder();
        DEFINITIONS.forEach((type, definition) -> yaml.append("""
                ---
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: rivets-%1$s, namespace: definition-journey}
                spec:
                  type: %1$s
                  lifecycle: production
                  owner: smiths
                  definition: |
                %2$s
                """.formatted(type, definition.indent(4))));
        byte[] bytes = yaml.toString().getBytes(StandardCharsets.UTF_8);
        sources.upload("definition-journey", List.of(new DescriptorUpload("a.yaml", bytes)), Reader.system("tests"));
        String first = "/catalog/definition-journey/api/rivets-openapi/api";
        try (Walk walk = Walk.to(first, context, browser, Walk.name(), "engineer", look)) {
            Page page = walk.page();
            assertThat(page.getByText("/rivets/{size}").first()).isVisible();
            page.getByText("/rivets/{size}").first().click();
            assertThat(page.getByText("The rivets").first()).isVisible();
            Axe.accepts(page);
            for (Map.Entry<String, String> shown : Map.of(
                            "asyncapi", "rivets.made", "graphql", "rivets", "grpc", "Find")
                    .entrySet()) {
                walk.go("/catalog/definition-journey/api/rivets-" + shown.getKey() + "/api");
                assertThat(page.locator(".definition")
                                .getByText(shown.getValue())
                                .first())
                        .isVisible();
                Axe.accepts(page);
            }
            walk.link("As written").click();
            assertThat(page.locator(".code")).isVisible();
            Axe.accepts(page);
        }
    }
}
