package dev.portico.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entity with everything that its page shows.
///
/// @param summary   its row in a list
/// @param json      the entity as Backstage's API gives it, with uid, etag, relations and status, as JSON
/// @param relations its relations in both directions, ordered by type and target
/// @param problems  what the catalog found about it, most severe first
/// @param etag      the SHA-1 of its state, in hex
/// @param source    the name of the source that places it
/// @param location  the file or URL it was read from, such as `url:https://…` or `file:/…`
/// @param viewUrl   where a person can look at that file, if known
/// @param lastRead  when its source last ran with success
public record Entity(
        EntitySummary summary,
        String json,
        List<Relation> relations,
        List<Problem> problems,
        String etag,
        String source,
        String location,
        @Nullable String viewUrl,
        @Nullable Instant lastRead) {

    public Entity {
        relations = List.copyOf(relations);
        problems = List.copyOf(problems);
    }
}
