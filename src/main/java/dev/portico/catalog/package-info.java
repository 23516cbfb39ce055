/// The software catalog: entities read from descriptors, their relations, their history and the sources they come from.
@NullMarked
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {
            "kernel",
            "storage",
            "audit",
            "changes",
            "jobs",
            "access",
            "access :: directory",
            "access :: spaces",
            "access :: things",
            "search",
            "search :: sources",
            "outbound",
            "secrets",
            "look"
        })
package dev.portico.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
