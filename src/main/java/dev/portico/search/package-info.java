/// Search: one Lucene index on each node, over everything that the portal holds.
///
/// The index is a **projection** of PostgreSQL. Modules that hold something to be found implement
/// [dev.portico.search.sources.DocumentSource]; modules that know more about somebody else's documents implement
/// [dev.portico.search.fields.FieldSource]. What they give is kept up by the change feed, a second at most behind
/// other nodes and not at all behind this one. Losing the index costs a rebuild, never data.
///
/// Every question is a [SearchQuery] with a [Filter], asked through [Search] in the name of a reader. The reader's
/// scope is part of the query that Lucene runs, so hits, totals, facets, suggestions, snippets and reasons all speak of
/// the same documents: those that the reader may read.
///
/// A document's **fields** are paths such as `spec.owner` with their values. Filters compare without regard to case and
/// whatever the length; rights compare
/// as [dev.portico.access.Rule] says.
@NullMarked
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"kernel", "storage", "changes", "access"})
package dev.portico.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
