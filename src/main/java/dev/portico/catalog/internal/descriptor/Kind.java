package dev.portico.catalog.internal.descriptor;

import java.util.List;
import java.util.Set;

/// A kind of entity that is known: the versions it comes in, what its spec holds, and the relations it makes.
record Kind(String name, Set<String> versions, Shape.Fields spec, List<RelationField> relations) {}
