package dev.portico.access.notices;

/// What is told.
///
/// @param kind  what it is about, such as `access.request`
/// @param title what happened, as a sentence
/// @param text  what else there is to know; may be empty
/// @param link  the page to look at, relative to the portal's root
public record Notice(String kind, String title, String text, String link) {}
