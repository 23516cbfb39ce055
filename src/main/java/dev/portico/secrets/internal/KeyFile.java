package dev.portico.secrets.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// The file in the portal's home that keeps a key which Portico made itself, readable by its owner alone.
record KeyFile(Path path) {

    /// The key's text, where the file exists.
    Optional<String> read() {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            String text = Files.readString(path).strip();
            if (text.length() < 32) {
                throw new IllegalStateException("The key in " + path
                        + " is too short. Put the file back from a backup, or delete it if no secret was ever stored");
            }
            return Optional.of(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The key in " + path + " cannot be read", e);
        }
    }

    /// Makes a key and keeps it. Returns when it is on the disk.
    String make() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String text = Base64.getEncoder().withoutPadding().encodeToString(random);
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel file =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            file.write(StandardCharsets.UTF_8.encode(text + "\n"));
            file.force(true);
            return text;
        } catch (FileAlreadyExistsException e) {
            return read().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("The key for secrets cannot be kept in " + path, e);
        }
    }
}
