/// Who did what: rows written in the transaction of the change itself.
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "storage"})
package dev.portico.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
