package dev.portico.search.sources;

import org.jspecify.annotations.Nullable;

/// One value of a document at a path.
///
/// @param path    dotted, in its written case, such as `metadata.labels.tier`
/// @param value   in its written case; null where the path is there and holds nothing
/// @param derived whether the value is made up for filters only, so that no right may rest on it
public record DocumentField(String path, @Nullable String value, boolean derived) {

    /// A value that the document states.
    public static DocumentField stated(String path, @Nullable String value) {
        return new DocumentField(path, value, false);
    }

    /// A value that filters and facets know and rights do not.
    public static DocumentField derived(String path, String value) {
        return new DocumentField(path, value, true);
    }
}
