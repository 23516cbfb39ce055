package dev.portico.catalog;

/// The topics that the catalog publishes on the change feed.
public final class CatalogEvents {

    /// Entities that read differently now, or whose relations or problems do; the keys are their refs.
    public static final String ENTITIES = "catalog.entities";

    /// Sources that were registered, removed or run; the keys are their names.
    public static final String SOURCES = "catalog.sources";

    /// Entities that were starred or are so no longer; the keys are their refs.
    public static final String STARS = "catalog.stars";

    /// Saved views that were made, changed or deleted; the keys are their ids.
    public static final String VIEWS = "catalog.views";

    private CatalogEvents() {}
}
