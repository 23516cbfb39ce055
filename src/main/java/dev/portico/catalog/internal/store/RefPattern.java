package dev.portico.catalog.internal.store;

import java.util.Map;

/// Which refs are meant by a name that may leave out parts. All in lower case.
///
/// @param kind      empty for any
/// @param namespace empty for any
/// @param name      never left out
public record RefPattern(String kind, String namespace, String name) {

    /// Whatever is called so.
    public static RefPattern called(String name) {
        return new RefPattern("", "", name);
    }

    /// The condition on a column of refs.
    static String on(String column) {
        return """
                (split_part(%1$s, '/', 2) = :name
                    and (:kind = '' or split_part(%1$s, ':', 1) = :kind)
                    and (:namespace = '' or split_part(split_part(%1$s, '/', 1), ':', 2) = :namespace))""".formatted(column);
    }

    Map<String, Object> parameters() {
        return Map.of("kind", kind, "namespace", namespace, "name", name);
    }
}
