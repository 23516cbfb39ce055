package dev.portico.catalog.internal.ingest;

/// What a run counts as it goes.
final class RunCounts {
    int files;
    int unchanged;
    int created;
    int changed;
    int removed;
    int refused;
    int same;

    /// Whether documents came and each of them was refused.
    boolean allRefused() {
        return refused > 0 && created + changed + same + unchanged == 0;
    }

    /// Whether the catalog reads differently after the run.
    boolean wrote() {
        return created + changed + removed > 0;
    }
}
