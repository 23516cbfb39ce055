package dev.portico.catalog.internal.descriptor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map as it stands in a document: entries in the order written, each key and value with its place.
///
/// A value is a [YamlMap], a [YamlList], an [Opaque], a String, a Double, a Boolean, or null.
final class YamlMap {

    private static final int LINEAR = 12;

    final long place;
    int weight;
    private String[] keys = new String[8];
    private @Nullable Object[] values = new @Nullable Object[8];
    private long[] places = new long[16];
    private int size;
    private @Nullable Map<String, Integer> index;

    YamlMap(long place) {
        this.place = place;
    }

    int size() {
        return size;
    }

    String key(int at) {
        return keys[at];
    }

    @Nullable
    Object value(int at) {
        return values[at];
    }

    long keyPlace(int at) {
        return places[2 * at];
    }

    long valuePlace(int at) {
        return places[2 * at + 1];
    }

    boolean has(String key) {
        return indexOf(key) >= 0;
    }

    @Nullable
    Object get(String key) {
        int at = indexOf(key);
        return at < 0 ? null : values[at];
    }

    @Nullable
    String text(String key) {
        return get(key) instanceof String text ? text : null;
    }

    @Nullable
    YamlMap map(String key) {
        return get(key) instanceof YamlMap map ? map : null;
    }

    @Nullable
    YamlList list(String key) {
        return get(key) instanceof YamlList list ? list : null;
    }

    /// Where the value of the key stands, or this map where the key is missing.
    long placeOf(String key) {
        int at = indexOf(key);
        return at < 0 ? place : valuePlace(at);
    }

    int indexOf(String key) {
        if (index != null) {
            return index.getOrDefault(key, -1);
        }
        for (int at = 0; at < size; at++) {
            if (keys[at].equals(key)) {
                return at;
            }
        }
        return -1;
    }

    /// Adds an entry; a key that is there already keeps its position and takes the new value.
    void put(String key, long keyPlace, @Nullable Object value, long valuePlace) {
        int at = indexOf(key);
        if (at < 0) {
            at = size++;
            grow();
            keys[at] = key;
            remember(key, at);
        }
        places[2 * at] = keyPlace;
        values[at] = value;
        places[2 * at + 1] = valuePlace;
    }

    /// A map of its own with the same entries.
    YamlMap copy() {
        YamlMap copy = new YamlMap(place);
        copy.keys = keys.clone();
        copy.values = values.clone();
        copy.places = places.clone();
        copy.size = size;
        copy.index = index == null ? null : new HashMap<>(index);
        return copy;
    }

    void set(int at, @Nullable Object value) {
        values[at] = value;
    }

    private void remember(String key, int at) {
        if (index != null) {
            index.put(key, at);
        } else if (size > LINEAR) {
            index = new HashMap<>();
            for (int i = 0; i < size; i++) {
                index.put(keys[i], i);
            }
        }
    }

    private void grow() {
        if (size > keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
            values = Arrays.copyOf(values, 2 * values.length);
            places = Arrays.copyOf(places, 2 * places.length);
        }
    }
}
