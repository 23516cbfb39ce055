package dev.portico.catalog;

/// The topics that the catalog publishes on the change feed.
public final class CatalogEvents {

    /// Entities that read differently now, or whose relations do; the keys are their refs.
    public static final String ENTITIES = "catalog.entities";

    /// Entities whose problems with other entities came or went; the keys are their refs. They follow from changes that
    /// were told of under [#ENTITIES] and have nobody who made them, so the audit trail has no row for them.
    public static final String PROBLEMS = "catalog.problems";

    /// Sources that were registered, removed or run; the keys are their names.
    public static final String SOURCES = "catalog.sources";

    private CatalogEvents() {}
}
