/// The change feed: what was changed, told to every node once it is committed.
///
/// Whoever changes something that others keep a copy of (an index, a cache, a screen) calls [ChangeFeed] in the
/// transaction of the change, with a **topic** and the **keys** of what changed. A [ChangeListener] of that topic is
/// called on every node, within a second of the commit, with the keys and nothing else: it reads the present state
/// itself. Keys may come twice and in any order; none is left out.
///
/// No late committer is skipped. Rows are numbered before their transactions commit, so the order of the numbers is not
/// the order of the commits: a reader that remembers the highest number loses what commits behind it. Readers therefore
/// go by the transaction's id and pass only those that every running transaction is behind of, PostgreSQL's
/// `pg_snapshot_xmin`. Nothing is locked for it. Listeners are also told of newer rows at once, so that one long
/// transaction delays nobody.
@NullMarked
@ApplicationModule(
        displayName = "Changes",
        allowedDependencies = {"kernel", "storage"})
package dev.portico.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
