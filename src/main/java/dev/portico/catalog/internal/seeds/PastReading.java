package dev.portico.catalog.internal.seeds;

import dev.portico.catalog.internal.source.Fingerprints;
import dev.portico.catalog.internal.source.SourceFile;
import dev.portico.catalog.internal.source.SourceReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/// A reading of descriptors as they were earlier. What placeholders take in is as it is today.
final class PastReading implements SourceReading {

    private final SourceReading present;
    private final Map<String, String> known;
    private final UnaryOperator<String> past;

    /// @param known fingerprints of the last run by location
    /// @param past  what a file said, given what it says today
    PastReading(SourceReading present, Map<String, String> known, UnaryOperator<String> past) {
        this.present = present;
        this.known = known;
        this.past = past;
    }

    @Override
    public Iterable<SourceFile> files() {
        return StreamSupport.stream(present.files().spliterator(), false)
                .map(this::past)
                .toList();
    }

    @Override
    public List<SourceFile> follow(SourceFile from, String type, String target) {
        return present.follow(((PastFile) from).present, type, target).stream()
                .map(this::past)
                .toList();
    }

    @Override
    public SourceFile dependency(SourceFile from, String target) {
        return present.dependency(((PastFile) from).present, target);
    }

    @Override
    public Optional<String> version() {
        return present.version();
    }

    @Override
    public void close() {
        present.close();
    }

    private SourceFile past(SourceFile file) {
        byte[] content =
                past.apply(new String(file.bytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return new PastFile(file, content, known);
    }

    private static final class PastFile implements SourceFile {

        private final SourceFile present;
        private final byte[] content;
        private final Map<String, String> known;

        PastFile(SourceFile present, byte[] content, Map<String, String> known) {
            this.present = present;
            this.content = content;
            this.known = known;
        }

        @Override
        public String location() {
            return present.location();
        }

        @Override
        public String fingerprint() {
            return Fingerprints.sha256(content);
        }

        @Override
        public boolean unchanged() {
            return fingerprint().equals(known.get(location()));
        }

        @Override
        public byte[] bytes() {
            return content;
        }
    }
}
