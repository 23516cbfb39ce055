package dev.portico.access;

import java.util.List;

/// What a policy of old would change if it were restored and published.
///
/// @param difference what it has that the one in force has not, with what is kept
/// @param missing    accesses that were approved and last, and that it does not have by itself
public record Restoration(PolicyDifference difference, List<GivenAccess> missing) {

    public Restoration {
        missing = List.copyOf(missing);
    }
}
