package dev.portico.catalog.internal.descriptor;

import dev.portico.catalog.RelationType;
import dev.portico.kernel.EntityRef;

/// A relation in the one direction it is stored in, whichever end it was written at.
public record Edge(EntityRef source, RelationType type, EntityRef target) {}
