/// Who did what: one row for each change, written in the transaction of the change itself.
///
/// A module that changes something hands a [dev.portico.kernel.Change] to [Audit] before it commits. Either both are
/// kept or neither is, so there is no change without its row and no row of a change that did not happen. Rows are never
/// edited; PostgreSQL itself refuses. A whole ingestion run is one row, with counts. [AuditTrail] reads them.
///
/// Within a second after the commit a **linker** chains the row, in a table of its own, so that writing needs no lock
/// that anybody else waits for. A **link** is the SHA-256 of the link before it and of the row's digest, which covers
/// every column; a **checkpoint** is a link that is signed with a key which the database does not hold. Whoever
/// changes, removes, adds or swaps rows in the database breaks the chain, and a **verification** names the first row
/// that does not fit. Rows older than a setting go once they are verified; a signed **stub** stands for them.
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "storage", "jobs", "secrets"})
package dev.portico.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
