/// The inside of the catalog: reading descriptors, sources, ingestion and storage. Closed to other modules.
@NullMarked
package dev.portico.catalog.internal;

import org.jspecify.annotations.NullMarked;
