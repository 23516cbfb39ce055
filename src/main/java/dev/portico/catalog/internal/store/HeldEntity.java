package dev.portico.catalog.internal.store;

import java.util.UUID;

/// An entity as the catalog holds it, as little of it as is needed to tell whether it changed.
///
/// @param id       its uid
/// @param ref      its name
/// @param sourceId the source that places it
/// @param fileId   the file that places it
/// @param hash     the SHA-1 of its canonical JSON
/// @param orphan   whether nothing places it any more
public record HeldEntity(UUID id, String ref, UUID sourceId, UUID fileId, String hash, boolean orphan) {}
