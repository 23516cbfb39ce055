/// The inboxes in the database, and what is taken away once it is old.
@NullMarked
package dev.portico.notifications.internal;

import org.jspecify.annotations.NullMarked;
