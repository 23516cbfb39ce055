package dev.portico.catalog.internal.descriptor;

import dev.portico.kernel.EntityRef;

/// Where an entity names another.
///
/// @param type   the relation as this entity states it, such as `dependsOn` or `hasMember`
/// @param other  the entity named
/// @param field  the path of the field as written, such as `spec.dependsOn[1]`
/// @param line   the line within the file, from 1
/// @param column the column, from 1
public record Reference(String type, EntityRef other, String field, int line, int column) {}
