/// The words that every module shares: who asks ([Reader]), what is asked about ([Thing]), what was done ([Change]),
/// how entities are named ([EntityRef]), how something is refused ([Refusal]), how ids are made ([Ids]),
/// and how a part ends beside others ([Ending]).
///
/// The kernel knows no database, no web and no user interface, and depends on no other module.
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package dev.portico.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
