/// How storage works inside: the embedded PostgreSQL server, the two connection pools and the pulse that watches over
/// them.
@NullMarked
package dev.portico.storage.internal;

import org.jspecify.annotations.NullMarked;
