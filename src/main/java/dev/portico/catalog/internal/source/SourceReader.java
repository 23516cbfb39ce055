package dev.portico.catalog.internal.source;

import java.util.Map;

/// Reads sources of one type. Thread-safe: many sources are read at once.
public interface SourceReader {

    /// The type of source: `file`, `folder`, `glob`, `url` or `git`.
    String type();

    /// Starts a reading.
    ///
    /// @param knownFingerprints fingerprint by location, from the last good run; empty to read everything
    /// @throws SourceUnreadable where the source as a whole cannot be read
    SourceReading open(SourceTarget target, Map<String, String> knownFingerprints);
}
