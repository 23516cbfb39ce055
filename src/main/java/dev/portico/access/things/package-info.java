/// The extension point by which access finds the thing that a decision is to be explained for. A module that has things
/// of some type implements [ThingSource].
@NullMarked
@NamedInterface("things")
package dev.portico.access.things;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
