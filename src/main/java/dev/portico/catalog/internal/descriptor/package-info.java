/// Reads descriptors: bytes in, one document at a time out, each with its entity or with the problems that kept it
/// from being one.
///
/// [DescriptorReader] is the door. It knows the descriptor format of Backstage 1.x and judges as that does; where it
/// deliberately differs, docs/catalog-format.md says so. It opens no file and no connection: what a placeholder names
/// comes through a [PlaceholderSource] that the caller confines. Nothing here touches Spring or the database, so that
/// the command line can use it in a fraction of a second.
///
/// A document passes the stages of [Stage] in order and stops at the first that it fails.
/// Input is untrusted: size, depth, aliases, line length and the number of documents are limited by
/// [DescriptorLimits], and nothing but problems comes of breaking them.
@NullMarked
package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.NullMarked;
