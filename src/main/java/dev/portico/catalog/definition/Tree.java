package dev.portico.catalog.definition;

import dev.portico.kernel.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A value within a YAML or JSON text. What is not there is a tree too, with nothing in it, so that a definition with
/// gaps reads as one with less to say.
///
/// @param value maps, lists and scalars, or null
/// @param root  the whole text's value, which references lead into
record Tree(@Nullable Object value, @Nullable Object root) {

    private static final int LONGEST_EXAMPLE = 20_000;
    private static final int MOST_STEPS = 20;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// @throws Refusal.InvalidInput where the text is neither
    static Tree parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(200)
                .setCodePointLimit(Definitions.LONGEST)
                .build();
        try {
            Object value = text.stripLeading().startsWith("{") ? json(text, settings) : yaml(text, settings);
            if (!(value instanceof Map)) {
                throw new Refusal.InvalidInput("definition-shape", "The definition is no object of names and values.");
            }
            return new Tree(value, value);
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(mark -> "Line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
                    .orElse("");
            throw new Refusal.InvalidInput("definition-syntax", place + e.getProblem() + ".");
        } catch (YamlEngineException | StackOverflowError e) {
            throw new Refusal.InvalidInput(
                    "definition-syntax", "The definition is nested too deeply, or refers to itself too often.");
        }
    }

    private static @Nullable Object json(String text, LoadSettings settings) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException notJson) {
            return yaml(text, settings);
        }
    }

    private static @Nullable Object yaml(String text, LoadSettings settings) {
        for (Object document : new Load(settings).loadAllFromString(text)) {
            if (document != null) {
                return document;
            }
        }
        return null;
    }

    boolean has(String key) {
        return value instanceof Map<?, ?> map && map.get(key) != null;
    }

    boolean present() {
        return value != null;
    }

    Tree at(String... keys) {
        @Nullable Object found = value;
        for (String key : keys) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return new Tree(found, root);
    }

    /// The words at a key, or empty where there are none.
    String text(String key) {
        return at(key).text();
    }

    String text() {
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }

    boolean flag(String key) {
        return at(key).value instanceof Boolean flag && flag;
    }

    List<Tree> items() {
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        List<Tree> items = new ArrayList<>();
        list.forEach(item -> items.add(new Tree(item, root)));
        return items;
    }

    Map<String, Tree> entries() {
        if (!(value instanceof Map<?, ?> map)) {
            return Map.of();
        }
        Map<String, Tree> entries = new LinkedHashMap<>();
        map.forEach((key, item) -> entries.put(String.valueOf(key), new Tree(item, root)));
        return entries;
    }

    /// The reference that stands here; empty where there is none.
    String reference() {
        return text("$ref");
    }

    /// The last step of the reference that stands here, such as `Fare`.
    String referenceName() {
        String reference = reference();
        return decoded(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /// What a reference within the text leads to; the tree itself where it is none or leads elsewhere.
    Tree resolved() {
        Tree here = this;
        for (int step = 0; step < MOST_STEPS && here.reference().startsWith("#/"); step++) {
            Tree target = new Tree(root, root);
            for (String part : here.reference().substring(2).split("/", -1)) {
                target = target.step(decoded(part));
            }
            if (!target.present()) {
                return here;
            }
            here = target;
        }
        return here;
    }

    /// Whether a reference stands here that leads out of the text, or nowhere.
    boolean unresolved() {
        return !reference().isEmpty() && !resolved().reference().isEmpty();
    }

    /// The value as indented JSON, cut where it is long.
    String example() {
        if (value == null) {
            return "";
        }
        String example;
        try {
            example = value instanceof String words ? words : JSON.writeValueAsString(value);
        } catch (JacksonException | StackOverflowError circular) {
            return "";
        }
        return example.length() > LONGEST_EXAMPLE ? example.substring(0, LONGEST_EXAMPLE) + "\n…" : example;
    }

    private Tree step(String key) {
        if (value instanceof List<?> list) {
            boolean number = !key.isEmpty() && key.length() < 6 && key.chars().allMatch(Character::isDigit);
            int index = number ? Integer.parseInt(key) : list.size();
            return new Tree(index < list.size() ? list.get(index) : null, root);
        }
        Tree found = at(key);
        if (!found.present() && value instanceof Map<?, ?> map) {
            // A key such as 200 is a number in YAML and words in a reference.
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (String.valueOf(entry.getKey()).equals(key)) {
                    return new Tree(entry.getValue(), root);
                }
            }
        }
        return found;
    }

    private static String decoded(String step) {
        String plain = step.replace("~1", "/").replace("~0", "~");
        try {
            return plain.indexOf('%') < 0 ? plain : URLDecoder.decode(plain, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return plain;
        }
    }
}
