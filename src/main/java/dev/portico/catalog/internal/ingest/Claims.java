package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.Problem;
import dev.portico.catalog.internal.descriptor.DescriptorDocument;
import dev.portico.catalog.internal.descriptor.DescriptorEntity;
import dev.portico.catalog.internal.store.EntityRow;
import dev.portico.catalog.internal.store.HeldEntity;
import dev.portico.catalog.internal.store.HeldFile;
import dev.portico.catalog.internal.store.HeldState;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides, over one walk, which file places which entity, and which entities are new, changed or gone.
///
/// The first file to place an entity keeps it while it goes on to name it; every other claim is refused with a
/// problem. An entity that moved from one file of the source to another stays the same entity. Not thread-safe;
/// memory: a few hundred bytes for each entity of the source.
final class Claims implements SourceWalk.Visitor {

    private static final int BATCH = 2_000;

    /// So many files are looked up one by one; from then on the whole source is loaded at once.
    private static final int FILES_ONE_BY_ONE = 20;

    private final Outcome outcome;
    private final UUID source;
    private final SpaceBounds.Bound bound;
    private final HeldState state;
    private final Map<String, HeldFile> heldFiles;
    private final Map<String, HeldEntity> held = new HashMap<>();
    private final Map<String, String> claimed = new HashMap<>();
    private final Set<UUID> unchangedFiles = new HashSet<>();
    private final Map<UUID, FileVisit> readFiles = new HashMap<>();
    private final List<FileVisit> lost = new ArrayList<>();
    private final Map<UUID, Kept> kept = new HashMap<>();
    private final Map<UUID, String> names = new HashMap<>();
    private final List<Claim> undecided = new ArrayList<>();
    private final List<Claim> newcomers = new ArrayList<>();
    private final List<EntityRow> changed = new ArrayList<>();
    private int lookups;
    private @Nullable String beyond;

    /// @param source    the source that runs
    /// @param bound     what it may bring
    /// @param heldFiles its files as they were last read, by location
    Claims(Outcome outcome, UUID source, SpaceBounds.Bound bound, HeldState state, Map<String, HeldFile> heldFiles) {
        this.outcome = outcome;
        this.source = source;
        this.bound = bound;
        this.state = state;
        this.heldFiles = heldFiles;
    }

    @Override
    public void unchanged(HeldFile file) {
        unchangedFiles.add(file.id());
        outcome.unchanged(file);
    }

    @Override
    public void opened(FileVisit visit) {
        readFiles.put(visit.id(), visit);
        if (visit.known()) {
            load(visit);
        }
        outcome.opened(visit);
    }

    /// Loads what the file placed before. A newcomer that turns out to be placed by it has to wait for what it says.
    private void load(FileVisit visit) {
        lookups++;
        if (lookups > FILES_ONE_BY_ONE + 1) {
            return;
        }
        outcome.ready();
        Map<String, HeldEntity> loaded =
                lookups <= FILES_ONE_BY_ONE ? state.entitiesOfFiles(List.of(visit.id())) : state.entities(source);
        held.putAll(loaded);
        newcomers.removeIf(claim -> {
            boolean known = loaded.containsKey(claim.ref());
            if (known) {
                claimed.remove(claim.ref());
                undecided.add(claim);
            }
            return known;
        });
    }

    @Override
    public void lost(FileVisit visit) {
        lost.add(visit);
    }

    @Override
    public void closed(FileVisit visit) {
        outcome.closed(visit);
    }

    @Override
    public void document(FileVisit visit, DescriptorDocument document) {
        document.problems().forEach(visit::problem);
        if (document.entity() == null) {
            EntityRef ref = document.ref();
            if (ref == null) {
                visit.undetermined();
            } else {
                visit.refused(ref.toString());
            }
            refused(visit);
            return;
        }
        if (bound.includes(document.entity())) {
            claim(visit, document, document.entity());
        } else {
            beyond(visit, document, document.entity());
        }
    }

    private void claim(FileVisit visit, DescriptorDocument document, DescriptorEntity entity) {
        Claim claim = new Claim(visit, document, entity);
        String first = claimed.get(claim.ref());
        if (first != null) {
            conflict(claim, first);
            return;
        }
        visit.references(document, entity);
        HeldEntity before = held.get(claim.ref());
        if (before == null) {
            claimed.put(claim.ref(), visit.location());
            newcomers.add(claim);
            flushBatch();
        } else {
            claim(claim, before);
        }
    }

    /// A claim on an entity that a file of this source places.
    private void claim(Claim claim, HeldEntity before) {
        if (before.fileId().equals(claim.visit().id())) {
            take(claim, before);
        } else if (unchangedFiles.contains(before.fileId())) {
            conflict(claim, locationOf(before));
        } else {
            undecided.add(claim);
        }
    }

    private void take(Claim claim, HeldEntity before) {
        claimed.put(claim.ref(), claim.visit().location());
        if (!before.hash().equals(claim.entity().hash()) || before.orphan()) {
            changed.add(claim.row(before.id()));
            flushBatch();
        } else {
            outcome.same();
        }
    }

    /// Settles what could not be told before the walk had ended, and tells the outcome what is gone.
    void settle() {
        List<HeldFile> unseen = heldFiles.values().stream()
                .filter(file -> !unchangedFiles.contains(file.id()) && !readFiles.containsKey(file.id()))
                .toList();
        if (!unseen.isEmpty()) {
            outcome.ready();
            held.putAll(state.entitiesOfFiles(unseen.stream().map(HeldFile::id).toList()));
            keep(unseen);
        }
        List<HeldFile> goneFiles =
                unseen.stream().filter(file -> !kept.containsKey(file.id())).toList();
        flush();
        List.copyOf(undecided).forEach(this::decide);
        flush();
        held.values().forEach(this::sayThatItStays);
        if (!readFiles.isEmpty() || !goneFiles.isEmpty()) {
            outcome.gone(held.values().stream().filter(this::isGone).toList(), goneFiles);
        }
    }

    private void keep(List<HeldFile> unseen) {
        LostFiles lostFiles = new LostFiles(lost, heldFiles.values());
        Set<UUID> seen = new HashSet<>(unchangedFiles);
        seen.addAll(readFiles.keySet());
        unseen.forEach(file ->
                lostFiles.keeperOf(file, seen).ifPresent(by -> kept.put(file.id(), new Kept(file.location(), by))));
    }

    private void decide(Claim claim) {
        String first = claimed.get(claim.ref());
        HeldEntity before = Objects.requireNonNull(held.get(claim.ref()));
        if (first != null) {
            conflict(claim, first);
        } else if (stays(before)) {
            conflict(claim, locationOf(before));
        } else {
            take(claim, before);
        }
    }

    private boolean isGone(HeldEntity entity) {
        return !entity.orphan()
                && !claimed.containsKey(entity.ref())
                && !stays(entity)
                && !kept.containsKey(entity.fileId());
    }

    /// An entity whose own document was refused carries that problem. One that stays although nobody can tell whether
    /// it is still named says so itself.
    private void sayThatItStays(HeldEntity entity) {
        if (entity.orphan() || claimed.containsKey(entity.ref())) {
            return;
        }
        FileVisit visit = readFiles.get(entity.fileId());
        Kept file = kept.get(entity.fileId());
        if (visit != null && visit.doubts(entity.ref())) {
            visit.problem(ReadingProblems.doubtful(visit, entity));
        } else if (file != null) {
            file.by().problem(ReadingProblems.kept(file.by(), entity, file.location()));
        }
    }

    /// Whether an entity that nobody claimed stays all the same, since its file did not change or was not understood.
    private boolean stays(HeldEntity entity) {
        FileVisit visit = readFiles.get(entity.fileId());
        if (visit != null) {
            return visit.keeps(entity.ref());
        }
        return unchangedFiles.contains(entity.fileId());
    }

    private void flushBatch() {
        if (newcomers.size() + changed.size() >= BATCH) {
            flush();
        }
    }

    /// Hands over what is new and changed so far, once it is sure that nothing else places the newcomers.
    private void flush() {
        if (newcomers.isEmpty() && changed.isEmpty()) {
            return;
        }
        List<Claim> arrived = List.copyOf(newcomers);
        newcomers.clear();
        List<String> refs = arrived.stream().map(Claim::ref).toList();
        outcome.ready();
        Map<String, HeldEntity> others = refs.isEmpty() ? Map.of() : state.entities(refs);
        List<EntityRow> created = new ArrayList<>(arrived.size());
        for (Claim claim : arrived) {
            HeldEntity other = others.get(claim.ref());
            if (other == null) {
                created.add(claim.row(Ids.next()));
            } else {
                contend(claim, other);
            }
        }
        outcome.entities(created, List.copyOf(changed));
        changed.clear();
    }

    /// A newcomer that is placed already, by another source or by a file of this one that was not looked up.
    private void contend(Claim claim, HeldEntity other) {
        if (other.sourceId().equals(source)) {
            claimed.remove(claim.ref());
            held.put(claim.ref(), other);
            claim(claim, other);
        } else if (other.orphan() && !bound.limits()) {
            changed.add(claim.row(other.id()));
        } else {
            conflict(claim, "the source " + names.computeIfAbsent(other.sourceId(), state::nameOf));
        }
    }

    private void conflict(Claim claim, String holder) {
        claim.visit()
                .problem(new Problem(
                        Problem.Severity.ERROR,
                        "conflict",
                        claim.visit().location(),
                        claim.document().index(),
                        claim.document().line(),
                        1,
                        "metadata.name",
                        claim.entity().ref(),
                        claim.ref() + " is held by " + holder + ", which placed it first.",
                        claim.ref(),
                        "a kind, namespace and name that nothing else has",
                        "Rename one of the two, or remove the entity from the other place; the next run then takes"
                                + " this one."));
        claim.visit().readAgain();
        refused(claim.visit());
    }

    private void refused(FileVisit visit) {
        visit.refusal();
        outcome.refused();
    }

    /// What does not belong to the space of the source is refused, again each time until it does.
    private void beyond(FileVisit visit, DescriptorDocument document, DescriptorEntity entity) {
        String reason = bound.reason(entity);
        beyond = beyond == null ? reason : beyond;
        visit.problem(new Problem(
                Problem.Severity.ERROR,
                "space",
                visit.location(),
                document.index(),
                document.line(),
                1,
                "spec.owner",
                entity.ref(),
                reason,
                entity.owner() == null ? "" : entity.owner().toString(),
                "an owner among the groups of the space",
                "Change its owner, or have a source of no space bring it."));
        visit.refused(entity.ref().toString());
        visit.readAgain();
        refused(visit);
    }

    /// Why the first entity was refused that does not belong to the space of the source; null where none was.
    @Nullable
    String beyond() {
        return beyond;
    }

    private String locationOf(HeldEntity entity) {
        return heldFiles.values().stream()
                .filter(file -> file.id().equals(entity.fileId()))
                .map(HeldFile::location)
                .findFirst()
                .orElse("another file");
    }

    /// A file that the walk did not come by and that may still be named.
    ///
    /// @param by the file whose Location may still lead to it
    private record Kept(String location, FileVisit by) {}

    private record Claim(FileVisit visit, DescriptorDocument document, DescriptorEntity entity) {

        String ref() {
            return entity.ref().toString();
        }

        EntityRow row(UUID id) {
            return new EntityRow(id, visit.id(), entity);
        }
    }

    /// What becomes of the decisions: they are written, or shown as a preview.
    interface Outcome {

        /// A file is as it was.
        void unchanged(HeldFile file);

        /// A file is being read.
        void opened(FileVisit visit);

        /// A file was read to its end. Problems may still be added to it until the walk is settled.
        void closed(FileVisit visit);

        /// An entity of a file that was read reads as before.
        void same();

        /// A document was refused.
        void refused();

        /// Whatever was handed over has been dealt with, and the catalog may be asked again.
        void ready();

        /// Entities to add and to change. Every file they name has been opened.
        void entities(List<EntityRow> created, List<EntityRow> changed);

        /// Entities and files that the source no longer has. Called at most once, last.
        void gone(List<HeldEntity> entities, List<HeldFile> files);
    }
}
