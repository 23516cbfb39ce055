/// The page where policies are read and changed: roles with their grants and members, the one draft that changes go to,
/// what it changes, and the policies there were.
///
/// The page works on the newest draft, or on the policy that its address names. Each change is put into the draft at
/// once; the first one begins it. Nothing counts before it is published.
@NullMarked
package dev.portico.access.ui.policy;

import org.jspecify.annotations.NullMarked;
