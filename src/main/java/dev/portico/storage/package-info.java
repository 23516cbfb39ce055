/// The two places where state lives: PostgreSQL (embedded, or one of your own) and the object store.
///
/// The other modules see an ordinary `DataSource`, a `JdbcClient` and transactions, and need not know which PostgreSQL
/// is behind them. Two routes lead there. The **short route** is the default: whoever uses it gets an answer or an
/// error within the limits of [DatabaseSettings], so that no request hangs on a database that does not answer. The
/// **bulk route** is for what may take minutes, and is taken by [BulkDatabase] alone; what joins its transaction
/// (audit rows, feed rows, aggregates) travels with it. What requests leave in memory, to be written down beside them,
/// is written by a bean that is a [WriteBehind].
///
/// [PorticoHome] is the folder that holds everything Portico keeps on disk; one portal at a time uses it. A database
/// that does not answer is noticed within seconds by a pulse of its own, and every request is then told so at once.
///
/// The module never starts a PostgreSQL that trusts its callers, never adopts a server that it did not make, and never
/// trades durability for speed.
@NullMarked
@ApplicationModule(
        displayName = "Storage",
        allowedDependencies = {"kernel"})
package dev.portico.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
