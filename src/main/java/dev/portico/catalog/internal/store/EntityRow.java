package dev.portico.catalog.internal.store;

import dev.portico.catalog.internal.descriptor.DescriptorEntity;
import java.util.UUID;

/// An entity on its way into the catalog.
///
/// @param id     its uid
/// @param fileId the file that places it
/// @param entity what the file says
public record EntityRow(UUID id, UUID fileId, DescriptorEntity entity) {}
