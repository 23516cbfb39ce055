package dev.portico.access;

/// A line that somebody decides about.
///
/// @param line    its number
/// @param version the version of it that they saw
public record ReviewChoice(int line, int version) {}
