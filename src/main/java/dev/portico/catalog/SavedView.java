package dev.portico.catalog;

import java.util.UUID;

/// A way to list the catalog that somebody keeps under a name.
///
/// @param id       stays as long as the view does
/// @param name     unique among the views of its owner
/// @param query    what the list's address says behind the question mark
/// @param sharing  who else sees it
/// @param owner    the name of whoever made it
/// @param mine     whether that is the reader
/// @param editable whether the reader may change and delete it
public record SavedView(
        UUID id, String name, String query, Sharing sharing, String owner, boolean mine, boolean editable) {}
