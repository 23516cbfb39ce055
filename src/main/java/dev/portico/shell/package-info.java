/// The frame around every page: drawer, top bar, sign-in page and error pages; and the pages that are about the reader:
/// home, profile, notifications and what one may.
///
/// The drawer lists the views that carry a menu entry and that the reader may open, so a module appears in it by
/// existing, and nobody keeps a list. The palette (Ctrl+K) finds entities, people, pages and actions, each within the
/// rights of the reader; a module adds actions by a bean of [dev.portico.look.PaletteActions]. [Preferences] are what
/// an account has chosen for itself, [Uses] what it opens and does, and [Recents] what of that may still be opened.
///
/// Home shows the [dev.portico.look.HomeCard] beans that its reader has laid out. Each loads and fails by itself.
///
/// The shell uses front doors only, and no module uses the shell.
@NullMarked
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"kernel", "look", "storage", "access", "notifications", "catalog"})
package dev.portico.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
