package dev.portico.catalog;

import dev.portico.kernel.EntityRef;
import java.util.List;

/// What may break when an entity changes: everything that depends on it, directly or through others.
///
/// @param entities how many there are
/// @param layers   how many of them are one relation away, two, and so on
/// @param kinds    how many there are of each kind, most first
/// @param owners   whom to talk to, those who own most first; of what has no owner, nobody
/// @param more     whether there are more than could be counted
public record BlastRadius(
        int entities, List<Integer> layers, List<KindCount> kinds, List<OwnerCount> owners, boolean more) {

    public BlastRadius {
        layers = List.copyOf(layers);
        kinds = List.copyOf(kinds);
        owners = List.copyOf(owners);
    }

    /// So many of a kind.
    public record KindCount(String kind, int count) {}

    /// So many of an owner's.
    ///
    /// @param label what to call the owner on a screen
    public record OwnerCount(EntityRef owner, String label, int count) {}
}
