package dev.portico.catalog.internal.descriptor;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes one text of an API definition that is spread over files: what a `$ref` names in another file is put in its
/// place, and further references to the same thing point there.
///
/// A definition that refers to no other file stays as it was written. The others come out as JSON, which every reader
/// of OpenAPI and AsyncAPI takes.
final class ReferenceBundler {

    private static final int FILES = 50;

    private final String main;
    private final PlaceholderSource source;
    private final DescriptorLimits limits;
    private final Map<String, @Nullable Object> files = new HashMap<>();
    private final Map<String, String> placed = new HashMap<>();
    private int bytes;
    private int nodes;
    private boolean bundled;

    private ReferenceBundler(String main, PlaceholderSource source, DescriptorLimits limits) {
        this.main = main;
        this.source = source;
        this.limits = limits;
    }

    static String bundle(String target, byte[] content, PlaceholderSource source, DescriptorLimits limits)
            throws PlaceholderSource.Unreadable {
        String text = new String(content, StandardCharsets.UTF_8);
        if (!text.contains("$ref")) {
            return text;
        }
        String main = TargetPath.normal(target);
        ReferenceBundler bundler = new ReferenceBundler(main, source, limits);
        Object root = bundler.walk(YamlText.single(content, 0, limits), main, "#", 0);
        if (!bundler.bundled) {
            return text;
        }
        StringBuilder json = new StringBuilder();
        JsonText.value(json, root, false);
        return json.toString();
    }

    private @Nullable Object walk(@Nullable Object value, String file, String path, int depth)
            throws PlaceholderSource.Unreadable {
        if (depth > limits.depth() || ++nodes > limits.nodes()) {
            throw new PlaceholderSource.Unreadable("its references lead to too much content");
        }
        if (value instanceof YamlList list) {
            for (int at = 0; at < list.size(); at++) {
                list.set(at, walk(list.get(at), file, path + "/" + at, depth + 1));
            }
        } else if (value instanceof YamlMap map) {
            String reference = map.text("$ref");
            if (reference != null) {
                return reference(map, reference, file, path, depth);
            }
            for (int at = 0; at < map.size(); at++) {
                map.set(at, walk(map.value(at), file, path + "/" + escape(map.key(at)), depth + 1));
            }
        }
        return value;
    }

    private @Nullable Object reference(YamlMap map, String reference, String file, String path, int depth)
            throws PlaceholderSource.Unreadable {
        int hash = reference.indexOf('#');
        String named = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        String target = named.isEmpty() ? file : TargetPath.resolve(file, named);
        if (target.equals(main)) {
            return point(map, "#" + pointer);
        }
        bundled = true;
        String earlier = placed.putIfAbsent(target + "#" + pointer, path);
        if (earlier != null) {
            return point(map, earlier);
        }
        Object content = YamlText.copy(find(load(target), pointer, reference));
        return walk(content, target, path, depth + 1);
    }

    private static YamlMap point(YamlMap map, String path) {
        map.set(map.indexOf("$ref"), path);
        return map;
    }

    private @Nullable Object load(String target) throws PlaceholderSource.Unreadable {
        if (!files.containsKey(target)) {
            byte[] content = source.read(target);
            bytes += Math.min(content.length, limits.documentBytes());
            if (bytes > limits.documentBytes() || files.size() >= FILES) {
                throw new PlaceholderSource.Unreadable("its references lead to too many or too large files");
            }
            files.put(target, YamlText.single(content, 0, limits));
        }
        return files.get(target);
    }

    private static @Nullable Object find(@Nullable Object root, String pointer, String reference)
            throws PlaceholderSource.Unreadable {
        Object value = root;
        for (String part :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String key = part.replace("~1", "/")
                    .replace("~0", "~")
                    .replace("%7B", "{")
                    .replace("%7D", "}");
            if (value instanceof YamlMap map && map.has(key)) {
                value = map.get(key);
            } else if (value instanceof YamlList list && index(key) < list.size()) {
                value = list.get(index(key));
            } else {
                throw new PlaceholderSource.Unreadable("nothing is where \"" + Excerpt.of(reference) + "\" points");
            }
        }
        return value;
    }

    private static int index(String key) {
        Double number = key.length() < 9 && CoreSchema.isInteger(key) ? CoreSchema.number(key) : null;
        return number == null || number < 0 ? Integer.MAX_VALUE : number.intValue();
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
