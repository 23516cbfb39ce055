package dev.portico.catalog.internal.descriptor;

/// A value of an explicit tag that JSON has no form for, such as `!!binary`: an object, but no map, to every rule.
///
/// @param json what it is written as
record Opaque(String json) {}
