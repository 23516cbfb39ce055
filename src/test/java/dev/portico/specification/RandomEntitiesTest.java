package dev.portico.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The invented descriptors are valid, and the relations that follow from descriptors are the right ones.
final class RandomEntitiesTest {

    private static final List<JsonNode> DESCRIPTORS = RandomEntities.descriptors(7, 400);

    @Test
    void metadata_follow_the_rules() {
        for (JsonNode descriptor : DESCRIPTORS) {
            JsonNode metadata = descriptor.path("metadata");
            assertThat(metadata.path("name").asString()).matches("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
            metadata.path("tags").forEach(tag -> assertThat(tag.asString()).matches("[a-z0-9:+#]+(-[a-z0-9:+#]+)*"));
            metadata.path("labels").forEach(label -> assertThat(label.asString())
                    .matches("|([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"));
            assertThat(metadata.path("title").asString("none")).isNotEmpty();
        }
    }

    @Test
    void no_two_keys_of_an_entity_differ_in_case_alone() {
        for (JsonNode descriptor : DESCRIPTORS) {
            keys("", descriptor, new HashMap<>());
        }
    }

    private static void keys(String path, JsonNode node, Map<String, String> seen) {
        node.properties().forEach(property -> keys(path + "." + property.getKey(), property.getValue(), seen));
        if (node.isArray()) {
            node.forEach(item -> keys(item.isString() ? path + "." + item.stringValue() : path, item, seen));
        }
        assertThat(seen.merge(Json.lower(path), path, (before, now) -> before)).isEqualTo(path);
    }

    @Test
    void what_should_be_odd_is_odd() {
        String all = DESCRIPTORS.toString();
        assertThat(all).contains("a=b", "dotted.key", "チケット", "🚆", "null", "k".repeat(190), "\"tier\":\"\"");
        assertThat(DESCRIPTORS)
                .anyMatch(descriptor -> descriptor
                                .path("metadata")
                                .path("description")
                                .asString("")
                                .length()
                        > 200);
        assertThat(DESCRIPTORS)
                .anyMatch(descriptor -> !descriptor.path("metadata").has("title"));
    }

    @Test
    void a_relation_is_emitted_both_ways_with_the_default_kind_and_the_entitys_namespace() {
        List<JsonNode> descriptors = List.of(Json.parse("""
                        {"kind": "Component", "metadata": {"name": "Shop", "namespace": "sales"},
                         "spec": {"owner": "Riders", "system": "default/tills", "providesApis": ["api:basket", "basket"],
                                  "dependsOn": ["resource:default/store"], "subcomponentOf": "mall"}}
                        """), Json.parse("""
                        {"kind": "User", "metadata": {"name": "bo"}, "spec": {"memberOf": ["riders"]}}
                        """));

        assertThat(Stitched.relations(descriptors).get("component:sales/shop"))
                .containsExactly(
                        "dependsOn resource:default/store",
                        "ownedBy group:sales/riders",
                        "partOf component:sales/mall",
                        "partOf system:default/tills",
                        "providesApi api:sales/basket");
        assertThat(Stitched.relations(descriptors).get("group:default/riders"))
                .containsExactly("hasMember user:default/bo");
        assertThat(Stitched.relations(descriptors).get("api:sales/basket"))
                .containsExactly("apiProvidedBy component:sales/shop");
        assertThat(Stitched.entities(1, descriptors).getLast().path("relations").toString())
                .isEqualTo("[{\"type\":\"memberOf\",\"targetRef\":\"group:default/riders\"}]");
    }
}
