/// The screens of the spaces: all that somebody may see, and each with its groups, its roles and what goes
/// along with it.
@NullMarked
package dev.portico.access.ui.spaces;

import org.jspecify.annotations.NullMarked;
