/// The two places where state lives: PostgreSQL (embedded, or one of your own) and the object store.
@NullMarked
@ApplicationModule(
        displayName = "Storage",
        allowedDependencies = {"kernel"})
package dev.portico.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
