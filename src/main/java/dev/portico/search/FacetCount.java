package dev.portico.search;

/// A value and how many documents have it.
///
/// @param value in its written case
public record FacetCount(String value, long count) {}
