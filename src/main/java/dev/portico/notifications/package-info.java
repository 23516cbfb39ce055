/// What the portal tells people: an inbox for each account. [Notifications] is the front door: modules send by it, and
/// people read by it what is theirs. [NotificationNews] tells open pages, on every node, when an inbox has changed.
///
/// What came is kept for as long as [NotificationSettings] say, read or not. The bell and the page are in the shell.
@NullMarked
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {"kernel", "storage", "changes", "jobs", "access", "access :: notices"})
package dev.portico.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
