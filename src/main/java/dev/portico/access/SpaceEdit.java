package dev.portico.access;

import dev.portico.kernel.EntityRef;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to change of a space; null leaves a part as it is.
///
/// @param groups   all root groups from now on
/// @param settings all settings from now on
public record SpaceEdit(
        @Nullable String title,
        @Nullable String description,
        @Nullable Set<EntityRef> groups,
        @Nullable Map<String, String> settings) {
    public SpaceEdit {
        groups = groups == null ? null : Set.copyOf(groups);
        settings = settings == null ? null : Map.copyOf(settings);
    }
}
