/// Tests of the project as a whole: its launcher, its walls, its containers.
@NullMarked
package dev.portico;

import org.jspecify.annotations.NullMarked;
