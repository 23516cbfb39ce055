package dev.portico.catalog.internal.store;

import dev.portico.catalog.Problem;

/// A problem with the name of the source in whose files it stands.
public record SourcedProblem(String source, Problem problem) {}
