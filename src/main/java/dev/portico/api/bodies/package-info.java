/// How much a request for REST may send.
///
/// A body that is said to be too long is refused before a byte of it is read; one of unknown length is counted as it is
/// read. Both are answered 413. Pushed descriptors have a bound of their own, `portico.api.bodies.push`.
@NullMarked
package dev.portico.api.bodies;

import org.jspecify.annotations.NullMarked;
