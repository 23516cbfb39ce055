/// The catalog's tables and how they are read and written.
///
/// A source is edited one at a time and goes through JPA; entities, revisions, relations and problems come in
/// thousands and go through COPY, always inside the transaction of one source run.
@NullMarked
package dev.portico.catalog.internal.store;

import org.jspecify.annotations.NullMarked;
