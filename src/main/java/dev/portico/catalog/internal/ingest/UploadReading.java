package dev.portico.catalog.internal.ingest;

import static dev.portico.catalog.internal.source.Fingerprints.sha256;

import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.internal.source.SourceFile;
import dev.portico.catalog.internal.source.SourceReading;
import dev.portico.catalog.internal.source.SourceUnreadable;
import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A reading of descriptors that were sent. They have no surroundings: nothing can be followed or taken in from them.
final class UploadReading implements SourceReading {

    private final String origin;
    private final List<DescriptorUpload> uploads;
    private final Map<String, String> known;

    /// @param origin `upload:name` or `push:name`
    UploadReading(String origin, List<DescriptorUpload> uploads, Map<String, String> known) {
        this.origin = origin;
        this.uploads = List.copyOf(uploads);
        this.known = Map.copyOf(known);
    }

    @Override
    public Iterable<SourceFile> files() {
        return uploads.stream().<SourceFile>map(Sent::new).toList();
    }

    @Override
    public List<SourceFile> follow(SourceFile from, String type, String target) {
        throw alone(target);
    }

    @Override
    public SourceFile dependency(SourceFile from, String target) {
        throw alone(target);
    }

    @Override
    public Optional<String> version() {
        return Optional.empty();
    }

    @Override
    public void close() {}

    private static SourceUnreadable alone(String target) {
        return new SourceUnreadable(
                        Reason.REFUSED,
                        target,
                        "Descriptors that were sent have no surroundings, so " + target
                                + " cannot be read; write its content into the descriptor or register a repository")
                .allowing("descriptors that name no other files");
    }

    private final class Sent implements SourceFile {

        private final DescriptorUpload upload;
        private final String fingerprint;

        Sent(DescriptorUpload upload) {
            this.upload = upload;
            this.fingerprint = sha256(upload.content());
        }

        @Override
        public String location() {
            return origin + "/" + upload.fileName();
        }

        @Override
        public String fingerprint() {
            return fingerprint;
        }

        @Override
        public boolean unchanged() {
            return fingerprint.equals(known.get(location()));
        }

        @Override
        public byte[] bytes() {
            return upload.content();
        }
    }
}
