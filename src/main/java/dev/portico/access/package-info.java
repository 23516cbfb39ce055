/// Who may do what, and why. [Access] is the one decision point: `decide` answers for one thing, `scope` for lists.
///
/// A [Permission] is declared in code by the module that checks it. A [Condition] is data: a closed tree that is
/// evaluated in memory for one thing and compiled to a filter for a list, from one definition. Everything is denied
/// that no role grants. The module also signs people in and resolves requests to a [dev.portico.kernel.Reader].
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"kernel", "look", "storage", "audit", "changes", "jobs", "secrets"})
package dev.portico.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
