/// API definitions as people read them: what can be called, with what, and what comes back.
///
/// [Definitions] reads the text of a definition (OpenAPI, Swagger 2, AsyncAPI, GraphQL, Protocol Buffers) into one
/// form: a [Definition] has sections, a section has items (an operation, a channel, a type), and an item has parts
/// (parameters, a body, an answer) with fields. An item's parts are put together when they are asked for, since a large
/// definition holds thousands.
///
/// Nothing is fetched: a reference to another file is named and left alone. What is read is bounded in length, depth
/// and number of fields, so that a hostile definition costs no more than a large one.
@NullMarked
package dev.portico.catalog.definition;

import org.jspecify.annotations.NullMarked;
