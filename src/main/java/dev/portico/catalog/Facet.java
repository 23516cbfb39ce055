package dev.portico.catalog;

/// A property by which the catalog can be counted and narrowed.
public enum Facet {
    KIND,
    TYPE,
    OWNER,
    LIFECYCLE
}
