/// The kill test: a portal of its own, in a process of its own, is killed at random moments under a mixed load, and
/// what its database holds is then compared with what its clients were told.
///
/// **Clients** ([Pusher], [FolderKeeper], [Rival]) work over HTTP, each on sources of its own, and keep in a
/// [Ledger] which states their source may be in: one, as a rule; several while a request is under way, and for as
/// long as nobody knows what became of it. A [KillLoop] lets them work, strikes a [Victim], waits until the portal
/// answers again, and has an [Inspection] look for what was lost, doubled or half done, through the API and in the
/// tables.
///
/// The harness proves itself: [PlantedBugTest] starts portals with a bug planted and expects to hear of it, and
/// [InspectionTest] damages the tables in every way the inspection claims to notice.
@NullMarked
package dev.portico.kill;

import org.jspecify.annotations.NullMarked;
