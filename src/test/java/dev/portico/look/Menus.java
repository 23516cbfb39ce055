package dev.portico.look;

import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import tools.jackson.databind.JsonNode;

/// Chooses from a menu as a reader does.
public final class Menus {

    private Menus() {}

    /// Chooses the first line that begins so.
    public static void choose(DropMenu menu, String beginning) {
        menu.choose(beginning);
    }

    /// The number that the browser has of the line that begins so.
    public static int number(DropMenu menu, String beginning) {
        String sent = menu.getElement().getProperty("menu", "");
        for (JsonNode line : JacksonUtils.readTree(sent).path("lines")) {
            if (line.path("words").asString("").startsWith(beginning)) {
                return line.path("number").asInt();
            }
        }
        throw new IllegalArgumentException("The menu has no " + beginning);
    }

    /// Tells the server that this number was chosen, as the browser does.
    public static void send(DropMenu menu, int number) {
        menu.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(
                        menu.getElement(),
                        "menu-chosen",
                        JacksonUtils.createObjectNode().put("event.detail.number", number)));
    }
}
