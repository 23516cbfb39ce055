package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.internal.store.HeldFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Tells which files that a walk did not come by may still be named: those that it would have come to by a Location
/// of which a target could not be reached. What the source or other Locations named is not among them.
final class LostFiles {

    private final Map<UUID, FileVisit> lost = new HashMap<>();
    private final Map<UUID, HeldFile> held = new HashMap<>();

    /// @param lost  the files with such a Location
    /// @param files the files as they were last read
    LostFiles(Collection<FileVisit> lost, Collection<HeldFile> files) {
        lost.forEach(visit -> this.lost.put(visit.id(), visit));
        if (!lost.isEmpty()) {
            files.forEach(file -> held.put(file.id(), file));
        }
    }

    /// The file whose Location may still lead to this one; empty where nothing does.
    ///
    /// @param seen the files that the walk came by
    Optional<FileVisit> keeperOf(HeldFile file, Set<UUID> seen) {
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        Set<UUID> passed = new HashSet<>();
        HeldFile at = file;
        while (at != null && passed.add(at.id())) {
            UUID by = at.namedBy();
            if (by == null) {
                return lost.values().stream().findFirst();
            }
            if (lost.containsKey(by) || seen.contains(by)) {
                return Optional.ofNullable(lost.get(by));
            }
            at = held.get(by);
        }
        return Optional.empty();
    }
}
