/// The index and what is asked of it.
///
/// Writing: [Follower] takes the feed's keys, asks the sources for documents, and gives them to the [Index] in force;
/// [Indexes] makes a new one. [Documents] says what becomes of a document in Lucene, [Names] under which field.
/// What stands in a document in the name of another is kept by [Guard] from those who may not read that one.
/// Reading: [LuceneSearch] joins a reader's scope ([Scopes]) with the [Question] ([Filters], [Ranking]), and lets
/// [Pages], [FacetCounts], [Snippets] and [Reasons] answer from one view of the index.
@NullMarked
package dev.portico.search.internal;

import org.jspecify.annotations.NullMarked;
