package dev.portico.api.backstage;

import dev.portico.search.Filter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds a filter against things that are in no index, by the same rules: paths and values in any case.
final class Matching {

    private Matching() {}

    /// @param fields one value for each path, paths in lower case
    static boolean holds(Filter filter, Map<String, String> fields) {
        return switch (filter) {
            case Filter.All all -> all.parts().stream().allMatch(part -> holds(part, fields));
            case Filter.Any any -> any.parts().stream().anyMatch(part -> holds(part, fields));
            case Filter.Not not -> !holds(not.part(), fields);
            case Filter.Exists exists -> value(exists.path(), fields) != null;
            case Filter.OneOf one -> {
                String value = value(one.path(), fields);
                yield value != null && one.values().stream().anyMatch(value::equalsIgnoreCase);
            }
            case Filter.StartsWith starts -> {
                String value = value(starts.path(), fields);
                yield value != null && lower(value).startsWith(lower(starts.prefix()));
            }
            case Filter.Contains contains -> {
                String value = value(contains.path(), fields);
                yield value != null && lower(value).contains(lower(contains.text()));
            }
            case Filter.Ids(Set<String> ids) -> ids.contains(fields.getOrDefault("id", ""));
        };
    }

    private static @Nullable String value(String path, Map<String, String> fields) {
        return fields.get(lower(path));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
