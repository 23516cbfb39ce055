/// The page of requests for access, for those who may see them: what waits, what was answered, and one of them whole,
/// with the roles that would give it.
@NullMarked
package dev.portico.access.ui.requests;

import org.jspecify.annotations.NullMarked;
