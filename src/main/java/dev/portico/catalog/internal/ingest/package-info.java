/// From files to entities: one pass over a source, compared with what the catalog holds, written in one transaction.
///
/// [SourceWalk] visits the files of a source and those its Locations point at. [Claims] decides which file places
/// which entity and what is new, changed or gone. [Ingestion] writes that, and nothing else, with revisions,
/// relations, problems, feed rows and one audit row, or leaves everything as it was.
///
/// A file that did not change is not parsed. A document that is refused leaves the last good version of its entity in
/// place. An entity belongs to the file that placed it first; a second claim is refused with a problem, and tried
/// again on each run.
@NullMarked
package dev.portico.catalog.internal.ingest;

import org.jspecify.annotations.NullMarked;
