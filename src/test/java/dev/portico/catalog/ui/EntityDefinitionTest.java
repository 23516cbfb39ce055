package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.Eventually;
import dev.portico.ScreenTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EntityDefinitionTest extends ScreenTest {

    private static final String FARES = "catalog/entity-definition/api/fares/api";

    @BeforeEach
    void apis() {
        upload(
                "entity-definition",
                api("fares", "openapi", """
                openapi: 3.0.0
                info: {title: "Fares <b>now</b>", version: "1"}
                paths:
                  /fares: {get: {summary: All fares, parameters: [{name: "<i>x</i>", in: query}], responses: {200: {description: ok}}}}
                  /seats: {get: {summary: All seats, responses: {200: {description: ok}}}}
                """) + "---\n" + api("broken", "openapi", "openapi: [") + "---\n"
                        + api("soap", "wsdl", "<definitions/>"));
    }

    @Test
    void an_operation_is_found_and_opened() throws Exception {
        open(FARES);
        shows("OpenAPI 3.0.0", "Fares <b>now</b>", "/fares", "All seats");

        test(findInView(TextField.class).single()).setValue("seats");

        assertThat(words()).contains("All seats").doesNotContain("All fares");
    }

    @Test
    void the_address_opens_an_operation_and_its_words_stay_words() throws Exception {
        open(FARES + "?at=get%20/fares");
        shows("All fares");

        assertThat(findInView(DefinitionParts.class).single().getElement().getProperty("innerHTML"))
                .contains("&lt;i&gt;x&lt;/i&gt;", "Answer 200")
                .doesNotContain("<i>");
    }

    @Test
    void what_cannot_be_read_says_why_and_is_shown_as_written() throws Exception {
        open("catalog/entity-definition/api/broken/api");
        shows("as it is written", "Line");
        assertThat(findInView(Pre.class).all()).hasSize(1);

        open("catalog/entity-definition/api/soap/api");
        shows("Definitions of this type are shown as they are written");
    }

    @Test
    void the_text_itself_is_one_step_away() {
        open(FARES + "?form=raw");

        assertThat(findInView(Pre.class).single().getElement().getProperty("innerHTML"))
                .contains("Fares &lt;b&gt;now&lt;/b&gt;");
    }

    private void shows(String... expected) throws Exception {
        Eventually.passes(Duration.ofSeconds(5), () -> {
            receive();
            assertThat(words()).contains(expected);
        });
    }

    private static String api(String name, String type, String definition) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: API
                metadata: {name: %s, namespace: entity-definition}
                spec:
                  type: %s
                  lifecycle: production
                  owner: stokers
                  definition: |
                %s
                """.formatted(name, type, definition.indent(4));
    }
}
