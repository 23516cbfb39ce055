package dev.portico.api.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import dev.portico.search.Json;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class FieldsTest {

    private static final String ENTITY = """
            {"apiVersion":"v1","kind":"Component",
             "metadata":{"name":"fares","title":"Fares \\"new\\" }","tags":["a","b"],"nothing":null,
              "annotations":{"backstage.io/managed-by":"url:x","a":{"b":"deep"},"a.b":"flat","c.d":{"e":1}}},
             "spec":{"type":"service","profile":{"displayName":"ä"}},
             "relations":[{"type":"ownedBy","targetRef":"group:default/x"}]}""";

    @Test
    void without_fields_the_entity_is_passed_on_as_it_is() {
        Json entity = Json.of(ENTITY);

        assertThat(Fields.of(null).keep(entity)).isSameAs(entity);
        assertThat(Fields.of(List.of("", " , ")).keep(entity)).isSameAs(entity);
    }

    @Test
    void paths_are_kept_and_share_what_they_have_in_common() {
        assertKept("{\"kind\":\"Component\"}", "kind");
        assertKept(
                "{\"kind\":\"Component\",\"metadata\":{\"name\":\"fares\",\"title\":\"Fares \\\"new\\\" }\"}}",
                "metadata.title,kind",
                "metadata.name");
        assertKept("{\"spec\":{\"profile\":{\"displayName\":\"ä\"}}}", "spec.profile.displayName");
        assertKept("{\"metadata\":{\"tags\":[\"a\",\"b\"],\"nothing\":null}}", "metadata.tags", "metadata.nothing");
        assertKept("{\"relations\":[{\"type\":\"ownedBy\",\"targetRef\":\"group:default/x\"}]}", "relations");
    }

    @Test
    void a_part_that_is_kept_as_a_whole_is_whole() {
        assertKept("{\"spec\":{\"type\":\"service\",\"profile\":{\"displayName\":\"ä\"}}}", "spec.type", "spec");
    }

    @Test
    void keys_that_hold_dots_are_found_and_the_shortest_one_goes_first() {
        assertKept(
                "{\"metadata\":{\"annotations\":{\"backstage.io/managed-by\":\"url:x\"}}}",
                "metadata.annotations.backstage.io/managed-by");
        assertKept("{\"metadata\":{\"annotations\":{\"a\":{\"b\":\"deep\"}}}}", "metadata.annotations.a.b");
        assertKept("{\"metadata\":{\"annotations\":{\"c.d\":{\"e\":1}}}}", "metadata.annotations.c.d.e");
    }

    @Test
    void what_leads_nowhere_is_left_out() {
        assertKept("{}", "nothing");
        assertKept("{}", "kind.more", "metadata.nothing.more", "metadata.tags.more", "spec.profile.none");
        assertKept("{\"kind\":\"Component\"}", "spec.profile.none", "kind");
    }

    @Test
    void fields_of_arrays_are_refused() {
        assertThatThrownBy(() -> Fields.of(List.of("metadata.tags[0]")))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("metadata.tags[0]");
    }

    /// Holds the work on bytes against the plain way, over objects with awkward keys and values.
    @Property
    void bytes_are_kept_as_a_tree_would_be(@ForAll @Size(max = 6) List<String> keys, @ForAll String value) {
        ObjectNode entity = JsonMapper.shared().createObjectNode();
        for (String key : keys) {
            entity.put(key, value)
                    .putObject("in " + key)
                    .put(key, value)
                    .putArray("list")
                    .add(value);
        }
        for (String key : keys) {
            if (key.indexOf('.') >= 0
                    || key.indexOf('[') >= 0
                    || key.indexOf(',') >= 0
                    || !key.strip().equals(key)
                    || key.isEmpty()) {
                continue;
            }
            JsonNode kept = kept(entity.toString(), key, "in " + key + '.' + key);

            ObjectNode expected = JsonMapper.shared().createObjectNode();
            expected.set(key, entity.get(key));
            expected.putObject("in " + key).set(key, entity.get("in " + key).get(key));
            assertThat(kept).isEqualTo(expected);
        }
    }

    private static void assertKept(String expected, String... fields) {
        assertThat(kept(ENTITY, fields)).isEqualTo(JsonMapper.shared().readTree(expected));
    }

    private static JsonNode kept(String entity, String... fields) {
        Json kept = Fields.of(Arrays.asList(fields)).keep(Json.of(entity));
        return JsonMapper.shared().readTree(kept.bytes());
    }
}
