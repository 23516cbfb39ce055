/// The one guarded HTTP client.
@NullMarked
@ApplicationModule(
        displayName = "Outbound",
        allowedDependencies = {"kernel"})
package dev.portico.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
