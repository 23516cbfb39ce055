/// The extension point by which accounts find their User entity and their groups. The module that holds people and
/// groups implements [Directory]; access asks it whenever it makes a reader.
@NullMarked
@NamedInterface("directory")
package dev.portico.access.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
