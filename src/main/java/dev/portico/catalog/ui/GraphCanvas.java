package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import java.util.function.Consumer;

/// The drawing: moved, zoomed and walked through in the browser. The server keeps nothing of it once it is sent.
@Tag("portico-graph")
@JsModule("./portico-graph.ts")
final class GraphCanvas extends Component implements HasStyle {

    /// @param picture what [GraphPicture] makes of a graph
    /// @param picked  called with what was focused or clicked
    /// @param opened  called with what was double-clicked or entered
    GraphCanvas(String picture, Consumer<EntityRef> picked, Consumer<EntityRef> opened) {
        listen("graph-picked", picked);
        listen("graph-opened", opened);
        getElement().executeJs("this.show($0)", picture);
    }

    /// Shows the same graph as it is now, without moving what the reader looks at.
    void renew(String picture) {
        getElement().executeJs("this.renew($0)", picture);
    }

    private void listen(String event, Consumer<EntityRef> listener) {
        getElement()
                .addEventListener(
                        event,
                        happened -> tell(
                                happened.getEventData().path("event.detail.ref").asString(), listener))
                .addEventData("event.detail.ref");
    }

    /// What the browser sends is no ref before it was read as one.
    private static void tell(String words, Consumer<EntityRef> listener) {
        try {
            listener.accept(EntityRef.parse(words));
        } catch (Refusal.InvalidInput unreadable) {
            // only a page that was tampered with sends such a thing
        }
    }
}
