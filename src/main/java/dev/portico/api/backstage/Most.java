package dev.portico.api.backstage;

import java.util.Collection;
import java.util.Locale;

/// How many things one request may name, since each costs time or memory.
enum Most {
    FACETS(20),
    ORDERS(8),
    FIELDS(100),
    TEXT_FIELDS(20);

    private final int number;

    Most(int number) {
        this.number = number;
    }

    /// Passes what is within the bound. Paths that differ in case alone count once.
    ///
    /// @param what  what is named, in the plural
    /// @param paths as they were asked for
    void check(String what, Collection<String> paths) {
        long asked = paths.stream()
                .map(path -> path.toLowerCase(Locale.ROOT))
                .distinct()
                .limit(number + 1L)
                .count();
        if (asked > number) {
            throw InputError.of("Too many " + what + ", a request may name " + number + " at most");
        }
    }
}
