package dev.portico.storage.internal.objects;

import dev.portico.kernel.Refusal;
import dev.portico.storage.ObjectId;
import dev.portico.storage.Objects;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Objects as files: `ab/cd/abcd…` below a folder. A file appears under its name when it is complete and on the disk.
public final class FolderObjects implements Objects {

    private final Path folder;

    public FolderObjects(Path folder) {
        this.folder = folder;
    }

    @Override
    public Stored put(InputStream content) throws IOException {
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        Path file = Files.createTempFile(incoming, "object", "");
        try {
            MessageDigest digest = Digests.sha256();
            long size;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    OutputStream output = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
                size = content.transferTo(output);
                channel.force(true);
            }
            ObjectId id = ObjectId.of(digest.digest());
            Path place = place(id);
            Path shelf = Files.createDirectories(shelf(id));
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(shelf);
            return new Stored(id, size);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public Optional<InputStream> open(ObjectId id) {
        try {
            return Optional.of(new VerifiedStream(Files.newInputStream(place(id)), id));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw away(e);
        }
    }

    @Override
    public boolean exists(ObjectId id) {
        return Files.isRegularFile(place(id));
    }

    @Override
    public void delete(ObjectId id) {
        try {
            Files.deleteIfExists(place(id));
        } catch (IOException e) {
            throw away(e);
        }
    }

    @Override
    public void each(Consumer<ObjectId> visitor) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.find(folder, 3, (file, attributes) -> attributes.isRegularFile())) {
            files.filter(file -> !file.startsWith(folder.resolve("incoming")))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == 64)
                    .map(ObjectId::new)
                    .forEach(visitor);
        } catch (IOException e) {
            throw away(e);
        }
    }

    private Path shelf(ObjectId id) {
        return folder.resolve(id.sha256().substring(0, 2)).resolve(id.sha256().substring(2, 4));
    }

    private Path place(ObjectId id) {
        return shelf(id).resolve(id.sha256());
    }

    /// Has the new name survive a loss of power as well.
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Refusal.Unavailable away(IOException cause) {
        Refusal.Unavailable refusal = new Refusal.Unavailable(
                "objects-away",
                "The folder of the artifacts cannot be read or written at the moment; try again later.");
        refusal.initCause(cause);
        return refusal;
    }
}
