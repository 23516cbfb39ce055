/// Where descriptors come from. One [SourceReader] for each type of source that Portico reads by itself: `file`,
/// `folder`, `glob`, `url` and `git`. What is uploaded or pushed needs no reader.
///
/// A run of a source opens a [SourceReading], walks its [SourceFile]s, follows the targets of Location entities and
/// fetches the contents of placeholders, and closes it. The run passes in the fingerprints of the last good run, so
/// that a file can say whether it is [SourceFile#unchanged()] before it is parsed, and where the format allows before
/// it is read. Fingerprints are opaque text of at most 500 characters; a changed fingerprint of an unchanged file is to
/// be kept for the next run.
///
/// What is promised by each reader, and held by one contract test:
/// - The order of files is that of their paths, byte by byte, with `/` between the parts.
/// - Nothing outside the source's root, folder or repository is read, whatever links, `..` or placeholders say. A
///   target of type `url` is fetched through [dev.portico.outbound.Outbound] without the source's credential, unless it
///   is of the same repository or host.
/// - A dependency is a [SourceFile] too, so that a run can ask whether the content of a placeholder changed.
/// - Every failure is a [SourceUnreadable] that names the place. One of `open` or `files` is about the source as a
///   whole; what it held stays. One of `bytes`, `fingerprint` or `unchanged` is about that file alone.
/// - A source that finds no file at all fails as [SourceUnreadable.Reason#MISSING], since an unmounted disk looks
///   like an empty folder.
/// - Sizes, counts, depths and times are bounded by [SourceSettings]. There is no lock between sources.
@NullMarked
package dev.portico.catalog.internal.source;

import org.jspecify.annotations.NullMarked;
