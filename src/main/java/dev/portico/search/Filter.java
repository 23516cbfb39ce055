package dev.portico.search;

import java.util.List;
import java.util.Set;

/// What documents have to be like. Paths and values are compared without regard to case; values of any length.
public sealed interface Filter {

    /// Every document.
    static Filter everything() {
        return new All(List.of());
    }

    /// No document.
    static Filter nothing() {
        return new Any(List.of());
    }

    /// Documents that meet every part; all documents where there is no part.
    record All(List<Filter> parts) implements Filter {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// Documents that meet at least one part; none where there is no part.
    record Any(List<Filter> parts) implements Filter {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /// Documents that do not meet the part.
    record Not(Filter part) implements Filter {}

    /// Documents that have the path, whatever it holds.
    record Exists(String path) implements Filter {}

    /// Documents with one of these values at the path; none where there is no value.
    record OneOf(String path, Set<String> values) implements Filter {
        public OneOf {
            values = Set.copyOf(values);
        }

        /// Documents with the value at the path.
        public OneOf(String path, String value) {
            this(path, Set.of(value));
        }
    }

    /// Documents with a value at the path that starts so.
    record StartsWith(String path, String prefix) implements Filter {}

    /// Documents with a value at the path that has the text somewhere in it.
    record Contains(String path, String text) implements Filter {}

    /// The documents with these ids.
    record Ids(Set<String> ids) implements Filter {
        public Ids {
            ids = Set.copyOf(ids);
        }
    }
}
