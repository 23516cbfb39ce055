package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import dev.portico.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EntityHistoryTest extends ScreenTest {

    private static final String HISTORY = "catalog/entity-history/resource/water/history";

    @BeforeEach
    void revisions() {
        upload("entity-history", descriptor("Cold", "a"));
        upload("entity-history", descriptor("<i>Hot</i>", "a, b"));
    }

    @Test
    void the_newest_revision_tells_which_fields_it_changed() {
        open(HISTORY);

        assertThat(words())
                .contains("Changed description, tags", "From entity-history, by upload")
                .contains("metadata.description", "Cold", "<i>Hot</i>", "This is what the entity says now.");
    }

    @Test
    void lines_show_what_was_taken_out_and_put_in() {
        open(HISTORY + "?form=lines");

        assertThat(findInView(Pre.class).single().getElement().getProperty("innerHTML"))
                .contains("<span class=\"removed\">-   description: Cold</span>")
                .contains("<span class=\"added\">+   description: &lt;i&gt;Hot&lt;/i&gt;</span>");
    }

    @Test
    void an_older_revision_is_shown_as_it_stood() {
        open(HISTORY + "?page=1&revision=2&form=whole");

        assertThat(words()).contains("So it stood until");
        assertThat(findInView(Pre.class).single().getElement().getProperty("innerHTML"))
                .contains("Cold")
                .doesNotContain("Hot");
    }

    @Test
    void a_page_beyond_the_end_leads_back() {
        open(HISTORY + "?page=999");

        assertThat(words()).contains("holds no revision");
        assertThat(findInView(Anchor.class).withText("Show the newest").single().getHref())
                .isEqualTo(HISTORY);
    }

    private static String descriptor(String description, String tags) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Resource
                metadata: {name: water, namespace: entity-history, description: "%s", tags: [%s]}
                spec: {type: fuel, owner: stokers}
                """.formatted(description, tags);
    }
}
