/// The page where policies are read and changed: roles with their grants and members, the drafts that changes
/// go to, what each changes, and the policies there were.
///
/// The page works on the policy that its address names, else on the draft that was edited last. Each change is
/// put in at once; the first one begins it. Nothing counts before it is published.
@NullMarked
package dev.portico.access.ui.policy;

import org.jspecify.annotations.NullMarked;
