package dev.portico.catalog.internal.descriptor;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers placeholders: an object with the single key `$text`, `$json`, `$yaml`, `$openapi` or `$asyncapi` becomes
/// what the target holds. Objects with other or several `$` keys stay as they are, and so does all inside of them.
final class Placeholders {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PlaceholderSource source;
    private final DescriptorLimits limits;
    private final Findings findings;
    private int answered;

    private Placeholders(PlaceholderSource source, DescriptorLimits limits, Findings findings) {
        this.source = source;
        this.limits = limits;
        this.findings = findings;
    }

    static void answer(YamlMap root, PlaceholderSource source, DescriptorLimits limits, Findings findings) {
        if (!hasDollar(root)) {
            new Placeholders(source, limits, findings).inside(root, "");
        }
    }

    private static boolean hasDollar(YamlMap map) {
        for (int at = 0; at < map.size(); at++) {
            if (map.key(at).startsWith("$")) {
                return true;
            }
        }
        return false;
    }

    private void inside(YamlMap map, String path) {
        for (int at = 0; at < map.size(); at++) {
            if (isCollection(map.value(at))) {
                map.set(at, value(map.value(at), path.isEmpty() ? map.key(at) : path + "." + map.key(at)));
            }
        }
    }

    private static boolean isCollection(@Nullable Object value) {
        return value instanceof YamlMap || value instanceof YamlList;
    }

    private @Nullable Object value(@Nullable Object value, String path) {
        if (value instanceof YamlList list) {
            for (int at = 0; at < list.size(); at++) {
                if (isCollection(list.get(at))) {
                    list.set(at, value(list.get(at), path + "[" + at + "]"));
                }
            }
        } else if (value instanceof YamlMap map) {
            if (!hasDollar(map)) {
                inside(map, path);
            } else if (map.size() == 1) {
                return placeholder(map, path);
            }
        }
        return value;
    }

    private @Nullable Object placeholder(YamlMap map, String path) {
        String key = map.key(0);
        switch (key) {
            case "$text", "$json", "$yaml", "$openapi", "$asyncapi" -> {}
            default -> {
                return map;
            }
        }
        if (!(map.value(0) instanceof String target)) {
            findings.wrongType(
                    Stage.PLACEHOLDERS, map.valuePlace(0), path + "." + key, map.value(0), "a string, a path or URL");
            return map;
        }
        if (++answered > limits.placeholders()) {
            refuse(map, path, target, "a document may hold at most " + limits.placeholders() + " placeholders");
            return map;
        }
        try {
            return read(key, target, map.place);
        } catch (PlaceholderSource.Unreadable e) {
            refuse(map, path, target, e.reason());
            return map;
        }
    }

    private @Nullable Object read(String key, String target, long place) throws PlaceholderSource.Unreadable {
        byte[] content = source.read(target);
        if (content.length > limits.documentBytes()) {
            throw new PlaceholderSource.Unreadable("it is larger than " + limits.documentBytes() + " bytes");
        }
        return switch (key) {
            case "$json" -> json(content, place);
            case "$yaml" -> YamlText.single(content, place, limits);
            case "$openapi", "$asyncapi" -> ReferenceBundler.bundle(target, content, source, limits);
            default -> new String(content, StandardCharsets.UTF_8);
        };
    }

    private static @Nullable Object json(byte[] content, long place) throws PlaceholderSource.Unreadable {
        try {
            return convert(JSON.readTree(content), place);
        } catch (JacksonException e) {
            throw new PlaceholderSource.Unreadable("it is not valid JSON: " + Excerpt.of(e.getOriginalMessage()));
        }
    }

    private static @Nullable Object convert(JsonNode node, long place) {
        if (node.isObject()) {
            YamlMap map = new YamlMap(place);
            node.properties().forEach(entry -> map.put(entry.getKey(), place, convert(entry.getValue(), place), place));
            return map;
        }
        if (node.isArray()) {
            YamlList list = new YamlList(place);
            node.forEach(item -> list.add(convert(item, place), place));
            return list;
        }
        return node.isNumber()
                ? (Object) node.doubleValue()
                : node.isBoolean() ? (Object) node.booleanValue() : node.isNull() ? null : node.asString();
    }

    private void refuse(YamlMap map, String path, String target, String why) {
        String field = path + "." + map.key(0);
        findings.error(
                Stage.PLACEHOLDERS,
                map.valuePlace(0),
                field,
                "The placeholder " + field + " cannot be answered: " + why + ".",
                Excerpt.of(target),
                "a path relative to this file, or a URL, within the same source",
                "Check that the target exists beside this descriptor and can be read from there.");
    }
}
