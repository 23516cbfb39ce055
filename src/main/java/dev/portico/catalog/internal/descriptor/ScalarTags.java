package dev.portico.catalog.internal.descriptor;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// Applies explicit tags. Tags of one's own change nothing but that a scalar stays a string.
final class ScalarTags {

    private static final String CORE = "tag:yaml.org,2002:";

    private ScalarTags() {}

    static @Nullable Object resolve(ScalarEvent event, boolean hidden, long place) throws YamlFault {
        String text = hidden ? ControlCharacters.show(event.getValue()) : event.getValue();
        String tag = event.getTag().orElse(null);
        if (tag == null) {
            return event.isPlain() ? CoreSchema.resolve(text) : text;
        }
        if (!tag.startsWith(CORE)) {
            return text;
        }
        return switch (tag.substring(CORE.length())) {
            case "null" -> CoreSchema.isNull(text) ? null : text;
            case "bool" -> CoreSchema.resolve(text) instanceof Boolean bool ? bool : text;
            case "int" -> CoreSchema.isInteger(text) ? CoreSchema.number(text) : text;
            case "float" -> {
                Double number = CoreSchema.isInteger(text) ? null : CoreSchema.number(text);
                yield number == null ? text : number;
            }
            case "binary" -> binary(text);
            case "timestamp" -> timestamp(text, place);
            default -> text;
        };
    }

    /// What a collection with a tag of its own becomes.
    static Object collection(CollectionStartEvent event, Object value) {
        String tag = event.getTag().orElse("");
        boolean map = value instanceof YamlMap;
        if (tag.equals(CORE + (map ? "set" : "omap"))) {
            return new Opaque("{}");
        }
        return value;
    }

    private static Opaque binary(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c < 128 && Character.isLetterOrDigit(c)) || c == '+' || c == '/') {
                clean.append(c);
            }
        }
        byte[] bytes = Base64.getDecoder()
                .decode(clean.length() % 4 == 1 ? clean.substring(0, clean.length() - 1) : clean.toString());
        StringBuilder json = new StringBuilder("{\"type\":\"Buffer\",\"data\":[");
        for (int at = 0; at < bytes.length; at++) {
            json.append(at == 0 ? "" : ",").append(bytes[at] & 0xFF);
        }
        return new Opaque(json.append("]}").toString());
    }

    private static Opaque timestamp(String text, long place) throws YamlFault {
        if (text.length() < 8 || !Character.isDigit(text.charAt(0))) {
            throw SyntaxAdvice.fault(place, "the tag !!timestamp needs a date");
        }
        StringBuilder json = new StringBuilder();
        JsonText.string(json, text);
        return new Opaque(json.toString());
    }
}
