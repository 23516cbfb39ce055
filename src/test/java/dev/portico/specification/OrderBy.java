package dev.portico.specification;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field to order by, and which way.
record OrderBy(String field, boolean descending) {

    static OrderBy of(String field, String direction) {
        if (field.isBlank() || !List.of("asc", "desc").contains(direction)) {
            throw Refused.input("Invalid order, expected a field and asc or desc");
        }
        return new OrderBy(field.strip(), direction.equals("desc"));
    }

    /// Values as [Ambiguity#TEXT_ORDER] decides; entities without the field come last, whichever the direction.
    Comparator<FlatEntity> comparator() {
        Comparator<String> values = descending ? codePoints().reversed() : codePoints();
        return Comparator.comparing(this::value, Comparator.nullsLast(values));
    }

    @Nullable
    String value(FlatEntity entity) {
        return entity.first(field);
    }

    /// Smaller is the text whose first different code point is smaller.
    static Comparator<String> codePoints() {
        return (left, right) ->
                compare(left.codePoints().toArray(), right.codePoints().toArray());
    }

    private static int compare(int[] left, int[] right) {
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            if (left[i] != right[i]) {
                return Integer.compare(left[i], right[i]);
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
