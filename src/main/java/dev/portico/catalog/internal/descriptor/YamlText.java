package dev.portico.catalog.internal.descriptor;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads YAML that is part of an entity rather than a descriptor: exactly one document.
final class YamlText {

    private YamlText() {}

    /// The value of the single document.
    ///
    /// @param place where the values count as standing: that of the placeholder that asked for them
    static @Nullable Object single(byte[] content, long place, DescriptorLimits limits)
            throws PlaceholderSource.Unreadable {
        DocumentSplitter documents = new DocumentSplitter(content, limits.lineBytes());
        if (!documents.next()) {
            throw new PlaceholderSource.Unreadable("it holds no YAML document, and one is needed");
        }
        int start = documents.start();
        String text = new String(content, start, documents.end() - start, StandardCharsets.UTF_8);
        if (documents.next()) {
            throw new PlaceholderSource.Unreadable("it holds several YAML documents, and one is needed");
        }
        try {
            return moved(DocumentParser.parse(text + "\n", 1, limits).value(), place);
        } catch (YamlFault e) {
            throw new PlaceholderSource.Unreadable(
                    "line " + Place.line(e.place) + " of it is not valid YAML: " + Excerpt.of(e.text));
        }
    }

    private static @Nullable Object moved(@Nullable Object value, long place) {
        if (value instanceof YamlMap map) {
            YamlMap copy = new YamlMap(place);
            for (int at = 0; at < map.size(); at++) {
                copy.put(map.key(at), place, moved(map.value(at), place), place);
            }
            return copy;
        }
        if (value instanceof YamlList list) {
            YamlList copy = new YamlList(place);
            for (int at = 0; at < list.size(); at++) {
                copy.add(moved(list.get(at), place), place);
            }
            return copy;
        }
        return value;
    }

    /// A copy that shares nothing with the original.
    static @Nullable Object copy(@Nullable Object value) {
        return moved(value, 0);
    }
}
