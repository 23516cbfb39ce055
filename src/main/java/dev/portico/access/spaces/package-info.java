/// The extension point by which access learns what belongs to a space. The module that holds groups implements
/// [SpaceContents].
@NullMarked
@NamedInterface("spaces")
package dev.portico.access.spaces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
