package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.internal.descriptor.DescriptorDocument;
import dev.portico.catalog.internal.store.HeldFile;

/// Walks along for the sake of what the walk fetches.
final class Unheeded implements SourceWalk.Visitor {

    @Override
    public void unchanged(HeldFile file) {}

    @Override
    public void opened(FileVisit visit) {}

    @Override
    public void document(FileVisit visit, DescriptorDocument document) {}

    @Override
    public void lost(FileVisit visit) {}

    @Override
    public void closed(FileVisit visit) {}
}
