/// The extension point for modules that hold something to be found.
@NullMarked
@NamedInterface("sources")
package dev.portico.search.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
