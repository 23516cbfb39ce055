package dev.portico.storage.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A backup's file, opened to be read. Its manifest is authentic; the rest is checked against it as it is read.
final class Archive implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 256_000_000;

    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Opens a backup.
    ///
    /// @throws BackupRefused when it is no backup, was changed, or was made with another key
    static Archive open(Path file, BackupKey key) throws IOException, BackupRefused {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("There is no file " + file + ".");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new BackupRefused(file + " is not a whole backup: " + e.getMessage(), e);
        }
        try {
            Archive archive = new Archive(zip, manifest(zip, file, key));
            archive.refuseStrangers(file);
            return archive;
        } catch (IOException | BackupRefused e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream entry(String name) throws IOException, BackupRefused {
        return entry(zip, name);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Manifest manifest(ZipFile zip, Path file, BackupKey key) throws IOException, BackupRefused {
        byte[] json = bytes(zip, Manifest.ENTRY);
        Manifest manifest;
        try {
            manifest = JsonMapper.shared().readValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw new BackupRefused("The manifest of " + file + " was damaged or changed.", e);
        }
        if (manifest.format() != Manifest.FORMAT) {
            throw new BackupRefused("The format " + manifest.format() + " of " + file
                    + " is not known to this Portico; restore it with version " + manifest.portico() + ".");
        }
        Manifest.@Nullable KeyCheck check = manifest.key();
        if (check != null && !key.matches(check)) {
            throw new BackupRefused("The backup was made with another secret key, and its secrets could not be read"
                    + " with this one. Set PORTICO_SECRET_KEY to the key of the portal that made it (the content of"
                    + " secret.key in its home, where it was not set).");
        }
        BackupKey used = check == null ? new BackupKey("") : key;
        if (!MessageDigest.isEqual(used.authenticate(json), bytes(zip, Manifest.MAC_ENTRY))) {
            throw new BackupRefused("The manifest of " + file + " was damaged or changed.");
        }
        return manifest;
    }

    private void refuseStrangers(Path file) throws BackupRefused {
        Set<String> known = new HashSet<>(List.of(Manifest.ENTRY, Manifest.MAC_ENTRY));
        manifest.tables().forEach(table -> known.add(table.entry()));
        manifest.objects().forEach(content -> known.add(content.entry()));
        try (Stream<? extends ZipEntry> entries = zip.stream()) {
            long entered =
                    entries.filter(entry -> known.contains(entry.getName())).count();
            if (entered != known.size() || zip.size() != known.size()) {
                throw new BackupRefused(file + " holds more or less than its manifest says: it was changed.");
            }
        }
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException, BackupRefused {
        try (InputStream input = entry(zip, name)) {
            return input.readNBytes(LARGEST_MANIFEST);
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException, BackupRefused {
        @Nullable ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupRefused(zip.getName() + " is no backup of Portico: it has no " + name + ".");
        }
        return zip.getInputStream(entry);
    }
}
