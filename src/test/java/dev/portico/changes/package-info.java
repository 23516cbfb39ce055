/// Tests of the module `changes`.
@NullMarked
package dev.portico.changes;

import org.jspecify.annotations.NullMarked;
