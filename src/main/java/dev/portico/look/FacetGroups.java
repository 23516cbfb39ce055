package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// The groups of a filter rail. The browser draws them all as one: a page has dozens of boxes, and of each the server
/// keeps its words alone.
@Tag("portico-facets")
@Uses(TextField.class)
@JsModule("./portico-facets.ts")
public final class FacetGroups extends Component {

    private static final String DETAIL = "event.detail";

    private final transient List<FacetGroup> groups = new ArrayList<>();

    public FacetGroups() {
        getElement()
                .addEventListener(
                        "facet-changed", made -> changed(made.getEventData().path(DETAIL)))
                .addEventData(DETAIL);
    }

    /// Adds a group after the others. It is drawn at the next [#draw()].
    public void add(FacetGroup group) {
        groups.add(group);
    }

    /// The groups in their order, those too that have nothing to choose from.
    public List<FacetGroup> groups() {
        return List.copyOf(groups);
    }

    /// Shows in the browser what the groups show by now.
    public void draw() {
        ArrayNode drawn = JacksonUtils.createArrayNode();
        groups.forEach(group -> drawn.add(group.json()));
        getElement().setProperty("groups", drawn.toString());
    }

    private void changed(JsonNode change) {
        int at = change.path("group").asInt(-1);
        if (at < 0 || at >= groups.size()) {
            return;
        }
        FacetGroup group = groups.get(at);
        if (change.has("value")) {
            group.choose(change.path("value").asString(), change.path("chosen").asBoolean());
        } else if (change.has("opened")) {
            group.open();
            draw();
        } else {
            group.seek(change.path("sought").asString());
            draw();
        }
    }
}
