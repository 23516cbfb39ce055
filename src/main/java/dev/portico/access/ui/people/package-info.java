/// The screens of the people who have accounts: all of them, looked through, and each with what they hold, where they
/// are signed in and what can be done about it.
@NullMarked
package dev.portico.access.ui.people;

import org.jspecify.annotations.NullMarked;
