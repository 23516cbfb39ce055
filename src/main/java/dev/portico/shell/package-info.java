/// The frame around every page: drawer, top bar, sign-in page and error pages.
///
/// The drawer lists the views that carry a menu entry and that the reader may open, so a module appears in it by
/// existing, and nobody keeps a list. The shell uses front doors only, and no module uses the shell.
@NullMarked
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"kernel", "look", "storage", "access", "catalog"})
package dev.portico.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
