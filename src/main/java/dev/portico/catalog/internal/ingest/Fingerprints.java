package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.internal.descriptor.CatalogDescriptorSettings;
import dev.portico.catalog.internal.store.HeldFile;
import java.util.HashMap;
import java.util.Map;

/// Ties fingerprints to the rules that a file was read under: where those change, every file is read again.
final class Fingerprints {

    /// Raised whenever the same file would be read to something else.
    private static final int READING = 3;

    private final String seal;

    Fingerprints(CatalogDescriptorSettings settings) {
        this.seal = Integer.toHexString(31 * READING + settings.toString().hashCode()) + ':';
    }

    /// The fingerprint as it is kept.
    String sealed(String fingerprint) {
        return seal + fingerprint;
    }

    /// The files with the fingerprints that still hold; the others are to be read again.
    Map<String, HeldFile> current(Map<String, HeldFile> kept) {
        Map<String, HeldFile> files = new HashMap<>();
        kept.forEach((location, file) -> files.put(location, current(file)));
        return files;
    }

    private HeldFile current(HeldFile file) {
        String fingerprint = file.fingerprint();
        return fingerprint != null && fingerprint.startsWith(seal)
                ? file.withFingerprint(fingerprint.substring(seal.length()))
                : file.unread();
    }
}
