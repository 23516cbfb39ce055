package dev.portico.audit.internal;

import dev.portico.storage.PorticoHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file in the portal's home that remembers how far the chain went: rows that are cut off its end, with all that
/// was signed after them, are missed by nothing that the database holds.
///
/// Losing it loses nothing but that. After a restore of a backup it is ahead of the chain, and has to be deleted.
public record HeadFile(Path path) {

    private static final Logger log = LoggerFactory.getLogger(HeadFile.class);

    public static HeadFile of(PorticoHome home) {
        return new HeadFile(home.file("audit.head"));
    }

    /// What was remembered; empty where nothing was.
    public Optional<Head> read() {
        try {
            return Files.exists(path) ? Head.parse(Files.readString(path).strip()) : Optional.empty();
        } catch (IOException e) {
            log.warn("The file {} cannot be read: {}", path, e.toString());
            return Optional.empty();
        }
    }

    void write(Head head) {
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.writeString(beside, head + "\n");
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("The end of the audit chain cannot be kept in {}: {}", path, e.toString());
        }
    }
}
