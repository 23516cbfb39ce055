package dev.portico.catalog.internal.descriptor;

import dev.portico.catalog.RelationType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A field of `spec` that names other entities.
///
/// @param name     the field's name below `spec`
/// @param type     the relation it makes
/// @param outgoing whether this entity is the relation's source; else the named one is
/// @param kind     the kind of a reference that states none; null where it has to state one
/// @param kinds    the kinds, in lower case, that are kept; empty keeps all
record RelationField(
        String name,
        RelationType type,
        boolean outgoing,
        @Nullable String kind,
        Set<String> kinds) {

    static RelationField from(String name, RelationType type, @Nullable String kind) {
        return new RelationField(name, type, true, kind, Set.of());
    }

    static RelationField to(String name, RelationType type, @Nullable String kind) {
        return new RelationField(name, type, false, kind, Set.of());
    }

    RelationField only(String... kept) {
        return new RelationField(name, type, outgoing, kind, Set.of(kept));
    }
}
