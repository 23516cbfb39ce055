package dev.portico.look;

/// Ticks boxes of a filter as a reader does.
public final class Ticks {

    private Ticks() {}

    /// Ticks the first box whose label begins so.
    public static void tick(FacetGroups groups, String label) {
        for (FacetGroup group : groups.groups()) {
            for (FacetGroup.Value value : group.shown()) {
                if (value.label().startsWith(label)) {
                    group.choose(value.value(), true);
                    return;
                }
            }
        }
        throw new AssertionError("There is no box " + label);
    }
}
