/// The words that every module shares: who asks ([Reader]), what is asked about ([Thing]), what was done ([Change]),
/// how entities are named ([EntityRef]), how something is refused ([Refusal]), and how ids are made ([Ids]).
///
/// The kernel knows no database, no web and no user interface, and depends on no other module.
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package dev.portico.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
