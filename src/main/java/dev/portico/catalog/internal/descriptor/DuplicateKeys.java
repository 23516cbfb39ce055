package dev.portico.catalog.internal.descriptor;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The scalar keys of one map so far. Two are the same when type and value are: `1` and `1.0` are, `1` and `"1"` not.
final class DuplicateKeys {

    private final YamlMap map;
    private @Nullable Set<Object> odd;

    DuplicateKeys(YamlMap map) {
        this.map = map;
    }

    boolean repeats(@Nullable Object key) {
        if (key instanceof String text && odd == null) {
            return map.has(text);
        }
        if (key instanceof Double number && number.isNaN()) {
            return false;
        }
        return odd != null && odd.contains(wrap(key));
    }

    void add(boolean scalar, @Nullable Object key) {
        if (odd == null) {
            if (scalar && key instanceof String) {
                return;
            }
            odd = new HashSet<>();
            int last = map.size() - 1;
            for (int at = 0; at < last; at++) {
                odd.add(map.key(at));
            }
        }
        if (scalar) {
            odd.add(wrap(key));
        }
    }

    private static Object wrap(@Nullable Object key) {
        return key instanceof Double number && number == 0
                ? Double.valueOf(0)
                : key == null ? DuplicateKeys.class : key;
    }
}
