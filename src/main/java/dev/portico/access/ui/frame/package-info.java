/// What the pages of Access share: their tabs, and the place beside a role into which another part of the module puts
/// what it has to say about that role.
@NullMarked
package dev.portico.access.ui.frame;

import org.jspecify.annotations.NullMarked;
