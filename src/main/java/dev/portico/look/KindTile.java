package dev.portico.look;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/// The coloured tile before an entity's name: its sign says the kind, for some types more closely.
public final class KindTile extends Span {

    /// How large a tile is.
    public enum Size {
        SMALL("sm"),
        MEDIUM("md"),
        LARGE("lg");

        private final String className;

        Size(String className) {
            this.className = className;
        }
    }

    /// @param kind the kind, in any case
    /// @param type the value of `spec.type`, empty where there is none
    public KindTile(String kind, String type, Size size) {
        addClassNames("tile", size.className, className(kind, type));
        getElement().setAttribute("aria-hidden", "true");
        add(new Icon(symbol(kind, type)));
    }

    /// The sign for a kind and type; a plain box for those that have none of their own.
    public static Symbol symbol(String kind, String type) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "component" ->
                switch (type.toLowerCase(Locale.ROOT)) {
                    case "website", "frontend", "app" -> Symbol.APP_WINDOW;
                    case "library" -> Symbol.PACKAGE;
                    case "worker", "job" -> Symbol.COG;
                    case "firmware", "device" -> Symbol.CPU;
                    default -> Symbol.BOX;
                };
            case "api" -> Symbol.PLUG;
            case "resource" -> Symbol.DATABASE;
            case "system" -> Symbol.LAYERS;
            case "domain" -> Symbol.BOXES;
            case "group" -> Symbol.USERS;
            case "user" -> Symbol.USER;
            case "location" -> Symbol.MAP_PIN;
            case "template" -> Symbol.LAYOUT_TEMPLATE;
            case "airesource" -> Symbol.SPARKLES;
            default -> Symbol.BOX;
        };
    }

    /// The style class that colours a tile of this kind and type.
    public static String className(String kind, String type) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "component" ->
                switch (type.toLowerCase(Locale.ROOT)) {
                    case "library", "worker", "job" -> "k-other";
                    case "firmware", "device" -> "k-resource";
                    default -> "k-component";
                };
            case "api" -> "k-api";
            case "resource" -> "k-resource";
            case "system", "domain" -> "k-system";
            default -> "k-other";
        };
    }
}
