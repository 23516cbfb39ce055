package dev.portico.kernel;

import org.jspecify.annotations.Nullable;

/// Who did what to which thing. An audit row is made of it, in the transaction of the change itself.
///
/// @param actor     who did it
/// @param action    what was done, in the form of a permission: `catalog.source.register`
/// @param thingType the resource type of the thing
/// @param thingId   its id within the type
/// @param before    the thing's state before, as JSON, or null where it did not exist; never holds a secret
/// @param after     the state after, as JSON, or null where it no longer exists; never holds a secret
/// @param refused   whether this was an attempt that was refused
public record Change(
        Reader actor,
        String action,
        String thingType,
        String thingId,
        @Nullable String before,
        @Nullable String after,
        boolean refused) {

    /// A change that was carried out.
    public static Change done(
            Reader actor,
            String action,
            String thingType,
            String thingId,
            @Nullable String before,
            @Nullable String after) {
        return new Change(actor, action, thingType, thingId, before, after, false);
    }
}
