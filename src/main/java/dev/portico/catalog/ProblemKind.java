package dev.portico.catalog;

import java.util.Locale;
import java.util.Optional;

/// What can be wrong with an entity, as lists count it.
public enum ProblemKind {
    /// Something in its descriptor was refused or remarked on.
    DESCRIPTOR,
    /// Its owner is not in the catalog.
    UNKNOWN_OWNER,
    /// It names some other entity that is not in the catalog.
    BROKEN_RELATION,
    /// It depends on itself, or contains itself, by way of others.
    CYCLE,
    /// No source places it any more.
    ORPHAN;

    /// The value of [Facet#PROBLEM] that every entity with a problem carries. An orphan alone has none.
    public static final String ANY = "any";

    /// The value that every entity with an error among its problems carries.
    public static final String ERROR = "error";

    /// The value of [Facet#PROBLEM] that stands for this: `broken-relation`.
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What a value of the facet stands for; empty where that is none of these.
    public static Optional<ProblemKind> named(String value) {
        for (ProblemKind kind : values()) {
            if (kind.value().equals(value)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
