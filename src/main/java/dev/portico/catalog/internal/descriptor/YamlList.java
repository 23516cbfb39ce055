package dev.portico.catalog.internal.descriptor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A list as it stands in a document, each item with its place.
final class YamlList {

    final long place;
    int weight;
    private @Nullable Object[] values = new @Nullable Object[8];
    private long[] places = new long[8];
    private int size;
    private int @Nullable [] written;

    YamlList(long place) {
        this.place = place;
    }

    int size() {
        return size;
    }

    @Nullable
    Object get(int at) {
        return values[at];
    }

    long place(int at) {
        return places[at];
    }

    /// Which item of the list as it was written this one is.
    int written(int at) {
        return written == null ? at : written[at];
    }

    void add(@Nullable Object value, long valuePlace) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
        }
        values[size] = value;
        places[size++] = valuePlace;
    }

    void set(int at, @Nullable Object value) {
        values[at] = value;
    }

    /// Whether every item is a string; true for an empty list.
    boolean ofStrings() {
        for (int at = 0; at < size; at++) {
            if (!(values[at] instanceof String)) {
                return false;
            }
        }
        return true;
    }

    /// Sorts a list of strings by their UTF-16 units; leaves any other list as it is.
    void sortStrings() {
        if (!ofStrings() || size < 2) {
            return;
        }
        for (int at = 1; at < size; at++) {
            if (text(at - 1).compareTo(text(at)) > 0) {
                sortAll();
                return;
            }
        }
    }

    private void sortAll() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, at -> at);
        Arrays.sort(order, (left, right) -> text(left).compareTo(text(right)));
        @Nullable Object[] sortedValues = new @Nullable Object[size];
        long[] sortedPlaces = new long[size];
        written = new int[size];
        for (int at = 0; at < size; at++) {
            sortedValues[at] = values[order[at]];
            sortedPlaces[at] = places[order[at]];
            written[at] = order[at];
        }
        values = sortedValues;
        places = sortedPlaces;
    }

    private String text(int at) {
        return (String) java.util.Objects.requireNonNull(values[at]);
    }
}
