package dev.portico.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Pre;
import dev.portico.ScreenTest;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Star;
import dev.portico.catalog.Stars;
import dev.portico.kernel.EntityRef;
import dev.portico.look.CodeBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
              system: engine
              dependsOn: [resource:coal, component:bellows]
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Resource
            metadata: {name: coal, namespace: entity-view}
            spec: {type: fuel, owner: stokers}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: System
            metadata: {name: engine, namespace: entity-view}
            spec: {owner: stokers, domain: rail}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Domain
            metadata: {name: rail, namespace: entity-view, title: The rail}
            spec: {owner: stokers}
            """;
    private static final String BOILER = "catalog/entity-view/component/boiler";

    private static final EntityRef BOILER_REF = EntityRef.parse("component:entity-view/boiler");

    @Autowired
    private Catalog catalog;

    @Autowired
    private Stars stars;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void descriptors() {
        upload("entity-view", DESCRIPTORS);
    }

    @Test
    void an_orphan_is_removed_by_those_who_may() {
        upload("entity-view-orphan", """
                apiVersion: backstage.io/v1alpha1
                kind: Domain
                metadata: {name: lost, namespace: entity-view}
                spec: {owner: stokers}
                """);
        String page = "catalog/entity-view/domain/lost";
        open(page);
        assertThat(findInView(Button.class).withText("Remove").all()).isEmpty();
        database.sql("update catalog_entity set orphan = true where ref = 'domain:entity-view/lost'")
                .update();

        startAs(ENGINEER);
        open(page);
        assertThat(words()).contains("No source places this entity any more");
        assertThat(findInView(Button.class).withText("Remove").all()).isEmpty();

        startAs(ADMIN);
        open(page);
        test(findInView(Button.class).withText("Remove").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(catalog.entity(EntityRef.parse("domain:entity-view/lost"), ADMIN))
                .isEmpty();
    }

    @Test
    void the_overview_counts_what_depends_on_it_directly() {
        open("catalog/entity-view/resource/coal");
        assertThat(words()).contains("1 entity directly");

        open(BOILER);
        assertThat(words()).doesNotContain("directly");
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
        // Names that are like no other, since what is near is offered, of whatever source.
        upload("entity-view-hidden", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: zwyxolit, namespace: entity-view}
                spec: {type: service, lifecycle: production, owner: stokers}
                """);
        open("catalog/entity-view/component/zwyxolit");
        assertThat(heading()).isEqualTo("zwyxolit");

        startAs(GUEST);
        open("catalog/entity-view/component/qvujkamp");
        String absent = words();
        open("catalog/entity-view/component/zwyxolit");

        assertThat(heading()).isEqualTo("Not found");
        assertThat(words()).isEqualTo(absent.replace("qvujkamp", "zwyxolit"));
    }

    @Test
    void the_trail_leads_over_domain_and_system() {
        open(BOILER);

        assertThat(findInView(Nav.class).all().getFirst().getElement().getTextRecursively())
                .isEqualTo("CatalogThe railengineThe boiler");
    }

    @Test
    void a_star_is_given_and_taken_away() {
        startAs(ENGINEER);
        open(BOILER);
        StarButton star = findInView(StarButton.class).single();
        assertThat(star.getElement().getAttribute("aria-pressed")).isNull();

        test(star).click();

        assertThat(star.getText()).isEqualTo("1");
        assertThat(stars.of(BOILER_REF, ENGINEER)).isEqualTo(new Star(true, 1));

        test(star).click();

        assertThat(star.getText()).isEqualTo("Star");
        assertThat(stars.list(ENGINEER)).isEmpty();
    }

    @Test
    void why_one_sees_it_is_said_in_sentences() {
        startAs(ENGINEER);
        open(BOILER);

        findInView(WhyPanel.class).single().explain(BOILER_REF, catalog, ENGINEER);

        assertThat(words())
                .contains("You may read component:entity-view/boiler.")
                .contains("The role engineer allows catalog.entity.read.");
    }

    @Test
    void the_tree_goes_on_from_each_end() {
        open(BOILER + "/relations?form=tree");
        RelationTree tree = findInView(RelationTree.class).single();

        RelationTree.End coal = tree.below(null).stream()
                .filter(end -> end.ref().name().equals("coal"))
                .findFirst()
                .orElseThrow();
        assertThat(tree.below(null))
                .extracting(end -> end.ref().name())
                .containsExactly("bellows", "coal", "engine", "stokers");
        assertThat(tree.getDataProvider().hasChildren(tree.below(null).getFirst()))
                .isFalse();
        assertThat(tree.below(coal)).extracting(RelationTree.End::type).containsExactly("ownedBy");
    }

    @Test
    void the_tab_of_definitions_belongs_to_apis_alone() {
        open(BOILER + "/api");

        assertThat(heading()).isEqualTo("Not found");
    }
}
