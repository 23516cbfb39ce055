/// Backstage's faces: its catalog, search and sign-in calls, for clients that were written for Backstage.
///
/// `/api/catalog` and `/api/search` answer as the published clients expect, over the same index and the same rights as
/// everything else: every entity is read through [dev.portico.search.Search] in the name of the request's reader. What
/// a reader may not read is not there.
///
/// An entity's JSON is passed on as the index keeps it. A list is the bytes of its entities with commas between them;
/// only a list that asks for some `fields` is looked into, and then by its bytes.
///
/// A request is either understood whole or refused: a [Parameters] or [Body] with a name that the call does not know is
/// an `InputError`. Errors have Backstage's own shape, see [FaceErrors]. Cursors carry everything that their page
/// needs,
/// see [Cursor], and nothing is kept between two pages.
@NullMarked
package dev.portico.api.backstage;

import org.jspecify.annotations.NullMarked;
