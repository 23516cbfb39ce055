package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.internal.source.SourceFile;
import dev.portico.catalog.internal.source.SourceReading;
import java.util.List;
import java.util.Optional;

/// A reading that may go on while a transaction is open: it breaks off before it asks another server.
record NearReading(SourceReading reading) implements SourceReading {

    @Override
    public Iterable<SourceFile> files() {
        return reading.files();
    }

    /// @throws FarAway where the target is to be fetched
    @Override
    public List<SourceFile> follow(SourceFile from, String type, String target) {
        List<SourceFile> found = reading.follow(from, type, target);
        if (found.stream().anyMatch(SourceFile::remote)) {
            throw new FarAway(target);
        }
        return found;
    }

    @Override
    public SourceFile dependency(SourceFile from, String target) {
        return reading.dependency(from, target);
    }

    @Override
    public Optional<String> version() {
        return reading.version();
    }

    @Override
    public void close() {
        reading.close();
    }

    /// Something has to be fetched that nobody expected.
    static final class FarAway extends RuntimeException {
        FarAway(String target) {
            super(target + " has to be fetched first", null, false, false);
        }
    }
}
