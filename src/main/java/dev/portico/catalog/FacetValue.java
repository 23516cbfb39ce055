package dev.portico.catalog;

/// A value of a facet and how many readable entities carry it.
///
/// @param value the value as entities write it; an owner is a canonical ref
/// @param count how many entities, 1 or more
public record FacetValue(String value, long count) {}
