/// How access meets the views: the part of the security chain that knows their framework, and the check that asks
/// [dev.portico.access.Access] before a view opens and before a menu names it.
@NullMarked
package dev.portico.access.ui;

import org.jspecify.annotations.NullMarked;
