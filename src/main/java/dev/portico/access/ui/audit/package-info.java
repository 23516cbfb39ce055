/// The screen of the audit trail: who did what, what it changed, who was refused, and whether the trail is whole.
@NullMarked
package dev.portico.access.ui.audit;

import org.jspecify.annotations.NullMarked;
