package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.SourcePreview;
import dev.portico.catalog.internal.store.EntityRow;
import dev.portico.catalog.internal.store.HeldEntity;
import dev.portico.catalog.internal.store.HeldFile;
import dev.portico.kernel.EntityRef;
import java.util.ArrayList;
import java.util.List;

/// What a run would do, gathered and not done.
final class PreviewOutcome implements Claims.Outcome {

    private final List<EntityRef> created = new ArrayList<>();
    private final List<EntityRef> changed = new ArrayList<>();
    private final List<EntityRef> removed = new ArrayList<>();
    private final List<FileVisit> visits = new ArrayList<>();
    private int same;
    private int refused;

    /// The preview of what has been gathered so far.
    SourcePreview preview() {
        return new SourcePreview(
                created,
                changed,
                same,
                removed,
                refused,
                visits.stream().flatMap(visit -> visit.problems().stream()).toList());
    }

    @Override
    public void unchanged(HeldFile file) {}

    @Override
    public void opened(FileVisit visit) {
        visits.add(visit);
    }

    @Override
    public void closed(FileVisit visit) {}

    @Override
    public void ready() {}

    @Override
    public void same() {
        same++;
    }

    @Override
    public void refused() {
        refused++;
    }

    @Override
    public void entities(List<EntityRow> newRows, List<EntityRow> changedRows) {
        newRows.forEach(row -> created.add(row.entity().ref()));
        changedRows.forEach(row -> changed.add(row.entity().ref()));
    }

    @Override
    public void gone(List<HeldEntity> entities, List<HeldFile> files) {
        entities.forEach(entity -> removed.add(EntityRef.parse(entity.ref())));
    }
}
