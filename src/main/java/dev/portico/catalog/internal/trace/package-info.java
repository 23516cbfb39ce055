/// Follows what may have become of an entity or a descriptor: step by step, with what the database already knows.
/// Of what lies outside, only files on this machine are looked at that lie beside those a source reads.
@NullMarked
package dev.portico.catalog.internal.trace;

import org.jspecify.annotations.NullMarked;
