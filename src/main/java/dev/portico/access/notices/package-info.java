/// The extension point by which access tells people what became of what they asked. The module that holds inboxes
/// implements [Notices].
@NullMarked
@NamedInterface("notices")
package dev.portico.access.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
