/// How the feed reaches the listeners of a node: one relay that follows the rows, and one queue for each listener.
@NullMarked
package dev.portico.changes.internal;

import org.jspecify.annotations.NullMarked;
