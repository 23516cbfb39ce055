package dev.portico.catalog;

import dev.portico.kernel.EntityRef;
import org.jspecify.annotations.Nullable;

/// A relation as seen from one entity.
///
/// @param type   the relation's name in this direction, such as `ownedBy` or `apiProvidedBy`
/// @param target the other end, which need not exist
/// @param entity the other end, where it exists and the reader may read it
public record Relation(
        String type, EntityRef target, @Nullable EntitySummary entity) {}
