package dev.portico.search.sources;

import org.jspecify.annotations.Nullable;

/// One value of a document at a path.
///
/// @param path    dotted, in its written case, such as `metadata.labels.tier`
/// @param value   in its written case; null where the path is there and holds nothing
/// @param derived whether the value is made up for filters only, so that no right may rest on it
/// @param guarded whether the value is the id of another document of the type, in whose name it stands here:
///     whoever may not read that one finds nothing of it here
public record DocumentField(String path, @Nullable String value, boolean derived, boolean guarded) {

    /// A value that the document states.
    public static DocumentField stated(String path, @Nullable String value) {
        return new DocumentField(path, value, false, false);
    }

    /// A value that filters and facets know and rights do not.
    public static DocumentField derived(String path, String value) {
        return new DocumentField(path, value, true, false);
    }

    /// A value that stands here in the name of another document, whose id it is.
    public static DocumentField guarded(String path, String id) {
        return new DocumentField(path, id, false, true);
    }
}
