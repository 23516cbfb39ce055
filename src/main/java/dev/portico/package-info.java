/// Portico's root: the application class and nothing else. Each package below is a module.
@NullMarked
package dev.portico;

import org.jspecify.annotations.NullMarked;
