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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The folders of this node's indexes: the one in force, named by a file, and one that is being built.
@Component
final class Folders {

    private static final Logger log = LoggerFactory.getLogger(Folders.class);

    private final Path root;

    Folders(PorticoHome home) {
        this.root = home.folder("index");
    }

    /// The folder in force; empty where there is none yet.
    Optional<Path> inForce() throws IOException {
        Path name = root.resolve("current");
        if (!Files.exists(name)) {
            return Optional.empty();
        }
        Path folder = root.resolve(
                Path.of(Files.readString(name).strip()).getFileName().toString());
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
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

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : innermostFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            log.warn("The old index {} could not be deleted", folder, e);
        }
    }
}
