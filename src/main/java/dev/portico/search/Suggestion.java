package dev.portico.search;

/// A document that what has been typed so far may mean.
///
/// @param type    its type
/// @param id      its id
/// @param summary what a list shows of it
public record Suggestion(String type, String id, Json summary) {}
