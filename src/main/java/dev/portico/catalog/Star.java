package dev.portico.catalog;

/// What stars say about an entity.
///
/// @param starred whether the reader's account has starred it
/// @param count   how many accounts have
public record Star(boolean starred, long count) {

    /// An entity that nobody has starred.
    public static final Star NONE = new Star(false, 0);
}
