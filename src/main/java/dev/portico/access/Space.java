package dev.portico.access;

import dev.portico.kernel.EntityRef;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// A place of work for one or more groups. What the groups own, and the groups below them, belongs to it.
///
/// @param name     what rights, tokens and addresses call it; it stays
/// @param title    what people call it
/// @param groups   its root groups
/// @param settings what is set for it, by key
/// @param version  counts up with each change; whoever changes it names the one they saw
public record Space(
        String name,
        String title,
        String description,
        Set<EntityRef> groups,
        Map<String, String> settings,
        int version,
        String createdBy,
        Instant createdAt,
        Instant changedAt) {
    public Space {
        groups = Set.copyOf(groups);
        settings = Map.copyOf(settings);
    }
}
