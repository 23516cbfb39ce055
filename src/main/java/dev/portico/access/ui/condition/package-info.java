/// Conditions on the screen: as a tree in words, and as a tree that is built from typed parts.
@NullMarked
package dev.portico.access.ui.condition;

import org.jspecify.annotations.NullMarked;
