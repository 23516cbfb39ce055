package dev.portico.search.internal;

import dev.portico.storage.PorticoHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The folders of this node's indexes: the one in force, named by a file, and one that is being built.
@Component
final class Folders {

    private static final Logger log = LoggerFactory.getLogger(Folders.class);

    private final Path root;
    private final Disk disk;

    @Autowired
    Folders(PorticoHome home) {
        this(home.folder("index"), FSDirectory::open);
    }

    Folders(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    /// The folder in force; empty where there is none yet.
    Optional<Path> inForce() throws IOException {
        Path name = root.resolve("current");
        if (!Files.exists(name)) {
            return Optional.empty();
        }
        String inForce = Files.readString(name).strip();
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().equals(inForce))
                    .findFirst();
        }
    }

    /// A folder as Lucene reads and writes it.
    Directory open(Path folder) throws IOException {
        return disk.open(folder);
    }

    /// A new, empty folder.
    Path make() throws IOException {
        return Files.createDirectory(root.resolve(UUID.randomUUID().toString()));
    }

    /// Puts a folder in force, at once and for good.
    void enforce(Path folder) throws IOException {
        Path written = Files.writeString(
                root.resolve("current.new"), folder.getFileName().toString());
        Files.move(
                written, root.resolve("current"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Deletes every folder but the one given.
    void clear(Path kept) {
        try (Stream<Path> folders = Files.list(root)) {
            folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(kept))
                    .forEach(Folders::delete);
        } catch (IOException e) {
            log.warn("Old indexes in {} could not be listed", root, e);
        }
    }

    /// Deletes a folder that is not in use.
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : innermostFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            log.warn("The old index {} could not be deleted", folder, e);
        }
    }

    /// What folders are on.
    interface Disk {
        Directory open(Path folder) throws IOException;
    }
}
