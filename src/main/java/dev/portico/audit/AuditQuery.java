package dev.portico.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which rows of the trail are asked for; null leaves a part open.
///
/// @param actor     the subject of who did it, such as `account:jane`
/// @param action    an action, or the permission that decided about some, or the beginning of either with a `*` at its
///                  end: `access.*`
/// @param thingType the type of the thing
/// @param thingId   its id within the type
/// @param from      the earliest time, inclusive
/// @param to        the latest time, exclusive
/// @param refused   attempts that were refused, or changes that were carried out
public record AuditQuery(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String thingType,
        @Nullable String thingId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean refused) {

    /// The whole trail.
    public static AuditQuery everything() {
        return new AuditQuery(null, null, null, null, null, null, null);
    }
}
