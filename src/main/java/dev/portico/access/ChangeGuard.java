package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;

/// Stands before changes. Passes whoever may; refuses others, and leaves a row of the attempt in the audit trail, in a
/// transaction of its own. Reading asks [Access] itself: whoever repeats a refused question would fill the trail.
public interface ChangeGuard {

    /// Passes where the reader holds the permission.
    ///
    /// @param thingType what the change is about, such as `account`
    /// @param thingId   the id or name of it
    /// @throws dev.portico.kernel.Refusal.Forbidden where not
    void require(Reader reader, Permission permission, String thingType, String thingId);

    /// Passes where the reader holds the permission for the thing.
    ///
    /// @throws dev.portico.kernel.Refusal.Forbidden where not
    void require(Reader reader, Permission permission, Thing thing);

    /// Leaves the row of an attempt that the caller refuses itself, as where the reader may not know of the thing.
    void refused(Reader reader, Permission permission, String thingType, String thingId);

    /// Leaves the row of a message that does not prove who sent it. Since anybody may send those without end, the first
    /// from an address leaves one, and then the tenth, the hundredth and so on, each with how many there were.
    ///
    /// @param about   the id or name of what it is about, and nothing that was typed; empty where there is none
    /// @param address where it came from
    void unproven(String about, String address);
}
