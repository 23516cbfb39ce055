package dev.portico.catalog.internal.source;

import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// All readers, by the type of source they read.
@Component
public final class SourceReaders {

    private final Map<String, SourceReader> readers;

    SourceReaders(List<SourceReader> readers) {
        this.readers = readers.stream().collect(Collectors.toUnmodifiableMap(SourceReader::type, Function.identity()));
    }

    /// Starts a reading of a source of any type.
    ///
    /// @throws SourceUnreadable where the source as a whole cannot be read
    public SourceReading open(SourceTarget target, Map<String, String> knownFingerprints) {
        SourceReader reader = readers.get(target.type());
        if (reader == null) {
            throw new Refusal.InvalidInput("source-target", "No reader is there for sources of type " + target.type());
        }
        return reader.open(target, knownFingerprints);
    }
}
