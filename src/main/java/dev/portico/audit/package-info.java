/// Who did what: one row for each change, written in the transaction of the change itself.
///
/// A module that changes something hands a [dev.portico.kernel.Change] to [Audit] before it commits. Either both are
/// kept or neither is, so there is no change without its row and no row of a change that did not happen. Rows are never
/// edited or deleted; PostgreSQL itself refuses. A whole ingestion run is one row, with counts.
///
/// The rows carry no chain yet. A linker may chain committed rows afterwards, in a table of its own, so that writing
/// them needs no lock that anybody else waits for.
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "storage"})
package dev.portico.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
