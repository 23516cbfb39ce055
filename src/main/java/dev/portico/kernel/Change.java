package dev.portico.kernel;

import org.jspecify.annotations.Nullable;

/// Who did what to which thing. An audit row is made of it, in the transaction of the change itself.
///
/// @param actor      who did it
/// @param action     what was done, in the form of a permission: `access.account.disable`
/// @param permission the permission that decided; null where the action is one and decided itself, or where none did
/// @param thingType  the resource type of the thing
/// @param thingId    its id within the type
/// @param before     the thing's state before, as JSON, or null where it did not exist; never holds a secret
/// @param after      the state after, as JSON, or null where it no longer exists; never holds a secret
/// @param refused    whether this was an attempt that was refused
/// @param reason     why it was refused, where it was not for want of the permission; never holds a secret
public record Change(
        Reader actor,
        String action,
        @Nullable String permission,
        String thingType,
        String thingId,
        @Nullable String before,
        @Nullable String after,
        boolean refused,
        @Nullable String reason) {

    /// A change that was carried out.
    public static Change done(
            Reader actor,
            String action,
            String thingType,
            String thingId,
            @Nullable String before,
            @Nullable String after) {
        return new Change(actor, action, null, thingType, thingId, before, after, false, null);
    }

    /// An attempt that was refused.
    public static Change refused(
            Reader actor, String action, String thingType, String thingId, @Nullable String after) {
        return new Change(actor, action, null, thingType, thingId, null, after, true, null);
    }

    /// The same, decided by a permission.
    public Change by(String decided) {
        return new Change(
                actor,
                action,
                decided.equals(action) ? null : decided,
                thingType,
                thingId,
                before,
                after,
                refused,
                reason);
    }

    /// The same, refused for a reason.
    public Change because(String why) {
        return new Change(actor, action, permission, thingType, thingId, before, after, refused, why);
    }
}
