package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import dev.portico.ScreenTest;
import dev.portico.look.CodeBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EntityViewTest extends ScreenTest {

    private static final String DESCRIPTORS = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: boiler
              namespace: entity-view
              title: The boiler
              description: Makes <b>steam</b>
              tags: [steam]
              annotations: {example.com/on-call: stokers-primary}
              links:
                - {url: "https://example.com/dashboard", title: Dashboard}
            spec:
              type: service
              lifecycle: production
              owner: stokers
              dependsOn: [resource:coal, component:bellows]
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Resource
            metadata: {name: coal, namespace: entity-view}
            spec: {type: fuel, owner: stokers}
            """;
    private static final String BOILER = "catalog/entity-view/component/boiler";

    @BeforeEach
    void descriptors() {
        upload("entity-view", DESCRIPTORS);
    }

    @Test
    void the_overview_says_what_it_is_and_where_it_was_read() {
        open(BOILER);

        assertThat(heading()).isEqualTo("The boiler");
        assertThat(words())
                .contains("Makes <b>steam</b>", "Service", "Production", "stokers", "component:entity-view/boiler")
                .contains("example.com/on-call", "stokers-primary", "entity-view");
        assertThat(findInView(Anchor.class).withText("Dashboard").single().getHref())
                .isEqualTo("https://example.com/dashboard");
    }

    @Test
    void relations_lead_to_their_other_ends_and_tell_which_are_not_there() {
        open(BOILER + "/relations");

        assertThat(words()).contains("Depends on", "component:entity-view/bellows", "Not in the catalog");
        assertThat(findInView(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("catalog/entity-view/resource/coal");
    }

    @Test
    void the_other_end_sees_the_relation_too() {
        open("catalog/entity-view/resource/coal/relations");

        assertThat(words()).contains("Needed by", "The boiler");
    }

    @Test
    void the_yaml_is_what_the_catalog_holds() {
        open(BOILER + "/yaml");

        assertThat(findInView(CodeBlock.class).all()).hasSize(1);
        assertThat(findInView(Pre.class).single().getElement().getProperty("innerHTML"))
                .contains("stokers-primary")
                .contains("Makes &lt;b&gt;steam&lt;/b&gt;")
                .doesNotContain("relations");
    }

    @Test
    void what_is_not_there_and_what_may_not_be_read_look_the_same() {
        open("catalog/entity-view/component/nothing");
        String unknown = words();

        startAs(GUEST);
        open(BOILER);

        assertThat(heading()).isEqualTo("Not found");
        assertThat(words()).isEqualTo(unknown.replace("nothing", "boiler"));
    }
}
