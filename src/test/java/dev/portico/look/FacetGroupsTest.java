package dev.portico.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class FacetGroupsTest {

    private final List<Set<String>> told = new ArrayList<>();
    private final FacetGroup group = new FacetGroup("System", told::add);
    private final FacetGroups groups = new FacetGroups();

    FacetGroupsTest() {
        groups.add(new FacetGroup("Empty", told::add));
        groups.add(group);
        show(20);
    }

    @Test
    void a_long_group_shows_its_first_values_until_all_are_asked_for() {
        assertThat(labels()).containsExactly("s0", "s1", "s2", "s3", "s4", "s5");
        assertThat(drawn().path("more").asString()).isEqualTo("Show all 20");
        assertThat(drawn().path("find").asBoolean()).isFalse();

        says(json -> json.put("opened", true));

        assertThat(labels()).hasSize(20);
        assertThat(drawn().path("more").asString()).isEmpty();
        assertThat(drawn().path("find").asBoolean()).isTrue();
    }

    @Test
    void what_is_looked_for_stays_alone_as_long_as_there_is_a_field_for_it() {
        says(json -> json.put("opened", true));
        says(json -> json.put("sought", " S1 "));

        assertThat(labels())
                .containsExactly("s1", "s10", "s11", "s12", "s13", "s14", "s15", "s16", "s17", "s18", "s19");

        show(4);

        assertThat(labels()).containsExactly("s0", "s1", "s2", "s3");
    }

    @Test
    void a_value_that_is_ticked_is_told_and_one_that_is_not_in_sight_is_not() {
        says(json -> json.put("value", "v2").put("chosen", true));
        says(json -> json.put("value", "v9").put("chosen", true));
        says(json -> json.put("value", "v2").put("chosen", false));

        assertThat(told).containsExactly(Set.of("v2"), Set.of());
    }

    @Test
    void a_group_with_nothing_to_choose_has_no_name_and_one_that_is_not_there_does_nothing() {
        assertThat(all().get(0).path("name").asString()).isEmpty();
        assertThat(all().get(1).path("name").asString()).isEqualTo("System");

        fire(JacksonUtils.createObjectNode().put("group", 7).put("value", "v2").put("chosen", true));

        assertThat(told).isEmpty();
    }

    private void show(int count) {
        group.show(
                IntStream.range(0, count)
                        .mapToObj(at -> new FacetGroup.Value("v" + at, "s" + at, 1))
                        .toList(),
                count,
                Set.of());
        groups.draw();
    }

    /// Says of the second group what the browser does.
    private void says(Consumer<ObjectNode> filled) {
        ObjectNode detail = JacksonUtils.createObjectNode().put("group", 1);
        filled.accept(detail);
        fire(detail);
    }

    private void fire(ObjectNode detail) {
        ObjectNode data = JacksonUtils.createObjectNode();
        data.set("event.detail", detail);
        groups.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(groups.getElement(), "facet-changed", data));
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        drawn().path("choices")
                .forEach(choice -> labels.add(choice.path("label").asString()));
        return labels;
    }

    private JsonNode drawn() {
        return all().get(1);
    }

    private JsonNode all() {
        return JsonMapper.shared().readTree(groups.getElement().getProperty("groups"));
    }
}
