package dev.portico.catalog;

/// A property by which the catalog can be counted and narrowed.
public enum Facet {
    /// The kind, such as `Component`.
    KIND,
    /// `spec.type`.
    TYPE,
    /// The owner, as a canonical ref.
    OWNER,
    /// `spec.lifecycle`.
    LIFECYCLE,
    /// A tag.
    TAG,
    /// The system, as a canonical ref.
    SYSTEM,
    /// `metadata.namespace`.
    NAMESPACE,
    /// A space that the reader may see, by its name.
    SPACE,
    /// What is wrong: the words of [ProblemKind], [ProblemKind#ANY] for whatever has a problem, and [ProblemKind#ERROR]
    /// for whatever has one that is an error.
    PROBLEM
}
