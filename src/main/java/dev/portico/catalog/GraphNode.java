package dev.portico.catalog;

import dev.portico.kernel.EntityRef;
import org.jspecify.annotations.Nullable;

/// An entity in a graph of relations.
///
/// @param ref      its name
/// @param entity   its row in a list; null where a readable entity names it, but the catalog has none of that name or
///                 the reader may not read it, which look the same
/// @param distance how many relations lie between it and the root: negative for what depends on the root, positive
///                 for what the root depends on, 0 for the root and what lies within it
/// @param entities how many entities were gathered into it; 0 where it stands for itself alone
public record GraphNode(EntityRef ref, @Nullable EntitySummary entity, int distance, int entities) {}
