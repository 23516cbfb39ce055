/// Follows what may have become of an entity or a descriptor: step by step, with what the database already knows.
/// Nothing outside is read for it.
@NullMarked
package dev.portico.catalog.internal.trace;

import org.jspecify.annotations.NullMarked;
