/// The catalog in the search index: what becomes of an entity there ([EntityDocuments], [EntityFields], [EntityTexts]),
/// and how the catalog's own lists are asked for ([EntityLists]).
@NullMarked
package dev.portico.catalog.internal.find;

import org.jspecify.annotations.NullMarked;
