/// Backup and restore: one consistent snapshot of the database, the objects, and a check of the key, in one file that
/// can be verified.
///
/// The file is a ZIP: each table as PostgreSQL's COPY writes it, ordered by its key; each object under its digest; and
/// a manifest with counts and digests of everything, authenticated with the portal's secret key. The schema is not in
/// it: the migrations that made it are named in the manifest, and are carried out again by a restore.
@NullMarked
package dev.portico.storage.internal.backup;

import org.jspecify.annotations.NullMarked;
