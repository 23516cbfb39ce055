/// Values encrypted at rest.
@NullMarked
@ApplicationModule(
        displayName = "Secrets",
        allowedDependencies = {"kernel", "storage"})
package dev.portico.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
