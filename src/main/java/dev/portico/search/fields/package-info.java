/// The extension point for modules that know more about documents which another module holds: a level, a number of
/// stars, a verdict.
@NullMarked
@NamedInterface("fields")
package dev.portico.search.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
