package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Boxes to be ticked, each with how often its value occurs. The browser draws them: a page has dozens, and the server
/// keeps their words alone.
@Tag("portico-choices")
@JsModule("./portico-choices.ts")
final class Choices extends Component {

    private static final String VALUE = "event.detail.value";
    private static final String CHOSEN = "event.detail.chosen";

    private final transient Listener listener;
    private transient List<Choice> shown = List.of();

    /// One box.
    ///
    /// @param value what is told when it is ticked
    /// @param label what the reader sees
    /// @param count how often it occurs, in words
    record Choice(String value, String label, String count, boolean chosen) {}

    /// Told of what the reader has ticked or unticked; never of a value that is not shown.
    interface Listener {
        void chose(String value, boolean chosen);
    }

    Choices(Listener listener) {
        this.listener = listener;
        getElement()
                .addEventListener("choice-made", made -> {
                    JsonNode detail = made.getEventData();
                    chose(detail.path(VALUE).asString(), detail.path(CHOSEN).asBoolean());
                })
                .addEventData(VALUE)
                .addEventData(CHOSEN);
    }

    void show(List<Choice> choices) {
        shown = List.copyOf(choices);
        getElement().setProperty("choices", JacksonUtils.listToJson(shown).toString());
    }

    void chose(String value, boolean chosen) {
        if (shown.stream().anyMatch(choice -> choice.value().equals(value))) {
            listener.chose(value, chosen);
        }
    }
}
