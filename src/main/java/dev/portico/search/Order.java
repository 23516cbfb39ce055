package dev.portico.search;

/// What to order documents by: the smallest value at a path, compared as lower-case text by code point.
///
/// @param path       the path
/// @param descending whether the order is reversed
/// @param absent     what becomes of documents that have no value there
public record Order(String path, boolean descending, Absent absent) {

    /// Where documents without a value are put.
    public enum Absent {
        /// Behind all others, in either direction.
        LAST,
        /// Nowhere: they are no hits and are not counted.
        LEFT_OUT
    }

    /// Ascending, with documents that have no value at the end.
    public static Order by(String path) {
        return new Order(path, false, Absent.LAST);
    }
}
