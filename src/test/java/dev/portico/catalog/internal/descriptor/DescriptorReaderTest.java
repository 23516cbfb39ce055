package dev.portico.catalog.internal.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.catalog.RelationType;
import dev.portico.kernel.EntityRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class DescriptorReaderTest {

    private static final DescriptorOrigin ORIGIN = new DescriptorOrigin(
            "url:https://git.example/r/catalog-info.yaml",
            "url:https://git.example/r/all.yaml",
            "https://git.example/r/view",
            "https://git.example/r/edit",
            "url:https://git.example/r/");

    private static final String SERVICE = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: Fares
              uid: 5d7f
              title: Fare engine
              description: Computes fares.
              labels: {tier: '1'}
              tags: [java]
              annotations:
                backstage.io/managed-by-location: url:https://elsewhere.example
                backstage.io/view-url: https://pages.example/fares
            spec:
              type: service
              lifecycle: production
              owner: pricing
              system: ticketing
              dependsOn: [resource:z, component:y]
              dependencyOf: ['component:Web']
            """;

    @Test
    void an_entity_carries_what_lists_need() {
        DescriptorEntity entity = one(SERVICE);

        assertThat(entity.ref()).isEqualTo(EntityRef.parse("component:default/fares"));
        assertThat(entity.name()).isEqualTo("Fares");
        assertThat(entity.namespace()).isEqualTo("default");
        assertThat(entity.title()).isEqualTo("Fare engine");
        assertThat(entity.type()).isEqualTo("service");
        assertThat(entity.owner()).isEqualTo(EntityRef.parse("group:default/pricing"));
        assertThat(entity.system()).isEqualTo(EntityRef.parse("system:default/ticketing"));
        assertThat(entity.tags()).containsExactly("java");
        assertThat(entity.labels()).isEqualTo(Map.of("tier", "1"));
    }

    @Test
    void relations_are_kept_in_one_direction_and_shown_in_both() {
        DescriptorEntity entity = one(SERVICE);
        EntityRef fares = entity.ref();

        assertThat(entity.edges())
                .contains(new Edge(EntityRef.parse("component:web"), RelationType.DEPENDS_ON, fares))
                .contains(new Edge(fares, RelationType.DEPENDS_ON, EntityRef.parse("resource:z")))
                .hasSize(5);
        assertThat(entity.relations())
                .contains("component:default/fares dependencyOf component:default/web")
                .contains("group:default/pricing ownerOf component:default/fares")
                .hasSize(10)
                .isSorted();
    }

    @Test
    void the_json_says_where_the_entity_comes_from_and_leaves_out_what_the_catalog_adds() {
        JsonNode json = DescriptorCorpus.tree(one(SERVICE).json());

        assertThat(json.at("/metadata/namespace").asString()).isEqualTo("default");
        assertThat(json.at("/metadata/uid").isMissingNode()).isTrue();
        JsonNode annotations = json.at("/metadata/annotations");
        assertThat(annotations.get(Envelope.LOCATION).asString()).isEqualTo(ORIGIN.location());
        assertThat(annotations.get(Envelope.ORIGIN).asString()).isEqualTo(ORIGIN.originLocation());
        assertThat(annotations.get("backstage.io/view-url").asString()).isEqualTo("https://pages.example/fares");
        assertThat(annotations.get("backstage.io/edit-url").asString()).isEqualTo("https://git.example/r/edit");
        assertThat(annotations.get("backstage.io/source-location").asString()).isEqualTo("url:https://git.example/r/");
        assertThat(json.at("/spec/dependsOn").toString()).isEqualTo("[\"component:y\",\"resource:z\"]");
    }

    @Test
    void the_hash_knows_neither_the_order_of_keys_nor_that_of_references() {
        String reordered = SERVICE.replace("[resource:z, component:y]", "[component:y, resource:z]")
                .replace("  type: service\n  lifecycle: production\n", "  lifecycle: production\n  type: service\n");

        assertThat(one(reordered).hash()).isEqualTo(one(SERVICE).hash()).hasSize(40);
        assertThat(one(SERVICE.replace("pricing", "sales")).hash())
                .isNotEqualTo(one(SERVICE).hash());
    }

    @Test
    void the_etag_is_the_hash_unless_the_source_states_one() {
        assertThat(one(SERVICE).etag()).isEqualTo(one(SERVICE).hash());
        assertThat(one(SERVICE.replace("uid: 5d7f", "etag: mine")).etag()).isEqualTo("mine");
    }

    @Test
    void a_location_names_its_targets() {
        DescriptorEntity entity = one("""
                apiVersion: backstage.io/v1alpha1
                kind: Location
                metadata: {name: all}
                spec: {type: file, target: ./a.yaml, targets: [./b.yaml, ./c/*.yaml], presence: optional}
                """);

        assertThat(entity.locationTargets()).containsExactly("./a.yaml", "./b.yaml", "./c/*.yaml");
        assertThat(entity.location())
                .isEqualTo(new LocationTargets(
                        "file",
                        entity.locationTargets(),
                        false,
                        java.util.Objects.requireNonNull(entity.location()).places(),
                        List.of("spec.target", "spec.targets[0]", "spec.targets[1]")));
    }

    @Test
    void a_kind_that_is_not_allowed_is_refused_by_name() {
        DescriptorRules rules = new DescriptorRules(false, DescriptorRules.UnknownKinds.REFUSE, Set.of("api"));

        DescriptorDocument document = read(SERVICE, rules).getFirst();

        assertThat(document.stage()).isEqualTo(Stage.RULES);
        assertThat(document.problems().getFirst().remedy()).contains("portico.catalog.rules.allow");
    }

    @Test
    void unknown_kinds_are_taken_in_without_relations_where_the_rules_say_so() {
        DescriptorRules rules = new DescriptorRules(false, DescriptorRules.UnknownKinds.ACCEPT, Set.of());

        DescriptorDocument document = read(SERVICE.replace("kind: Component", "kind: Dashboard"), rules)
                .getFirst();

        assertThat(document.valid()).isTrue();
        DescriptorEntity entity = java.util.Objects.requireNonNull(document.entity());
        assertThat(entity.edges()).isEmpty();
        assertThat(entity.owner()).isEqualTo(EntityRef.parse("group:pricing"));
    }

    @Test
    void ai_resources_are_judged_by_their_type_once_they_are_known() {
        DescriptorRules rules = new DescriptorRules(true, DescriptorRules.UnknownKinds.REFUSE, Set.of());
        String skill = SERVICE.replace("kind: Component", "kind: AiResource")
                .replace("type: service", "type: skill")
                .replace("dependsOn: [resource:z, component:y]", "dependsOn: [other, component:y]");

        assertThat(read(skill, rules).getFirst().valid()).isTrue();
        assertThat(java.util.Objects.requireNonNull(
                                read(skill, rules).getFirst().entity())
                        .relations())
                .contains("airesource:default/fares dependsOn airesource:default/other")
                .noneMatch(relation -> relation.contains("component:default/y"));
        assertThat(read(skill.replace("type: skill", "type: rule"), rules)
                        .getFirst()
                        .stage())
                .isEqualTo(Stage.KIND);
        assertThat(read(skill, DescriptorRules.standard()).getFirst().stage()).isEqualTo(Stage.UNKNOWN_KIND);
    }

    @Test
    void an_unsafe_url_loses_its_sting() {
        String json = one(SERVICE.replace("  tags: [java]", "  links: [{url: \"java\\tscript:alert(1)\"}]"))
                .json();

        assertThat(json).contains("\"url\":\"about:blank\"").doesNotContain("script:alert");
    }

    private static DescriptorEntity one(String text) {
        DescriptorDocument document = read(text, DescriptorRules.standard()).getFirst();
        assertThat(document.stage()).as(document.problems().toString()).isEqualTo(Stage.OK);
        return java.util.Objects.requireNonNull(document.entity());
    }

    private static List<DescriptorDocument> read(String text, DescriptorRules rules) {
        List<DescriptorDocument> documents = new ArrayList<>();
        new DescriptorReader(DescriptorLimits.standard(), rules)
                .read(text.getBytes(StandardCharsets.UTF_8), ORIGIN, PlaceholderSource.none(), documents::add);
        return documents;
    }
}
