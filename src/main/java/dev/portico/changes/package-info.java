/// The change feed: rows written in the transaction of the change, relayed to this and other nodes.
@NullMarked
@ApplicationModule(
        displayName = "Changes",
        allowedDependencies = {"kernel", "storage"})
package dev.portico.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
