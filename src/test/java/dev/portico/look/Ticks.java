package dev.portico.look;

/// Ticks boxes of a filter as a reader does.
public final class Ticks {

    private Ticks() {}

    /// Ticks the first box whose label begins so.
    public static void tick(Iterable<FacetGroup> groups, String label) {
        for (FacetGroup group : groups) {
            for (FacetGroup.Value value : group.shown()) {
                if (value.label().startsWith(label)) {
                    Choices boxes = (Choices) group.getChildren()
                            .filter(Choices.class::isInstance)
                            .findFirst()
                            .orElseThrow();
                    boxes.chose(value.value(), true);
                    return;
                }
            }
        }
        throw new AssertionError("There is no box " + label);
    }
}
