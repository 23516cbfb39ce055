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
    private transient List<String> shown = List.of();

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

    /// What is sent to the browser.
    record Shown(String title, List<Choice> choices, String more, String hint) {}

    Choices(Listener listener, Runnable opened) {
        this.listener = listener;
        getElement()
                .addEventListener("choice-made", made -> {
                    JsonNode detail = made.getEventData();
                    chose(detail.path(VALUE).asString(), detail.path(CHOSEN).asBoolean());
                })
                .addEventData(VALUE)
                .addEventData(CHOSEN);
        getElement().addEventListener("choices-opened", asked -> opened.run());
    }

    /// @param title the heading above; empty for none
    /// @param more  the button below that shows all; empty for none
    /// @param hint  the words below; empty for none
    void show(String title, List<Choice> choices, String more, String hint) {
        shown = choices.stream().map(Choice::value).toList();
        getElement()
                .setProperty(
                        "choices",
                        JacksonUtils.beanToJson(new Shown(title, choices, more, hint))
                                .toString());
    }

    void chose(String value, boolean chosen) {
        if (shown.contains(value)) {
            listener.chose(value, chosen);
        }
    }
}
