/// What one policy has that another has not, on the screen: role by role, with each grant and member that comes, goes
/// or changes.
@NullMarked
package dev.portico.access.ui.comparison;

import org.jspecify.annotations.NullMarked;
