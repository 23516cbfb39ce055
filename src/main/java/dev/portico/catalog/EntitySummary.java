package dev.portico.catalog;

import dev.portico.kernel.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a catalog list.
///
/// @param uid         stable while the ref stays in the catalog
/// @param ref         the entity's name in canonical form
/// @param kind        the kind as written, such as `Component`
/// @param name        the name as written
/// @param title       a title for people: `metadata.title`, else the profile's `displayName`, where there is one
/// @param description the first lines of the description, empty where there is none
/// @param type        `spec.type`, empty where there is none
/// @param lifecycle   `spec.lifecycle`, empty where there is none
/// @param owner       the owner, which need not exist
/// @param system      the system, which need not exist
/// @param tags        the tags in written order
/// @param problems    how many problems the catalog holds about the entity
/// @param errors      how many of these are errors, not warnings
/// @param orphan      whether no source places it any more
/// @param updated     since when the entity reads as it does
public record EntitySummary(
        UUID uid,
        EntityRef ref,
        String kind,
        String name,
        @Nullable String title,
        String description,
        String type,
        String lifecycle,
        @Nullable EntityRef owner,
        @Nullable EntityRef system,
        List<String> tags,
        int problems,
        int errors,
        boolean orphan,
        Instant updated) {

    public EntitySummary {
        tags = List.copyOf(tags);
    }

    /// What to call the entity on a screen: its title, else its name.
    public String label() {
        return title == null ? name : title;
    }
}
