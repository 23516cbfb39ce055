/// Policies as text: YAML that is written so that equal roles give equal bytes and read with the place of whatever does
/// not fit, and what Red Hat's RBAC plugin keeps, read as far as it has a counterpart. Pure: nothing here knows a
/// database.
@NullMarked
package dev.portico.access.internal.text;

import org.jspecify.annotations.NullMarked;
