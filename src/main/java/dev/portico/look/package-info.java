/// Shared Vaadin parts, so that every screen shows the same thing in the same way.
@NullMarked
@ApplicationModule(
        displayName = "Look",
        allowedDependencies = {"kernel"})
package dev.portico.look;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
