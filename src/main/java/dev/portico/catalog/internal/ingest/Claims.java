package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.Problem;
import dev.portico.catalog.internal.descriptor.DescriptorDocument;
import dev.portico.catalog.internal.descriptor.DescriptorEntity;
import dev.portico.catalog.internal.store.EntityRow;
import dev.portico.catalog.internal.store.HeldEntity;
import dev.portico.catalog.internal.store.HeldFile;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides, over one walk, which file places which entity, and which entities are new, changed or gone.
///
/// The first file to place an entity keeps it while it goes on to name it; every other claim is refused with a
/// problem. An entity that moved from one file of the source to another stays the same entity. Not thread-safe;
/// memory: a few hundred bytes for each entity of the source.
final class Claims implements SourceWalk.Visitor {

    private static final int BATCH = 4_000;

    private final Outcome outcome;
    private final Supplier<Map<String, HeldEntity>> load;
    private final Function<Collection<String>, Map<String, HeldEntity>> elsewhere;
    private final Map<String, HeldFile> heldFiles;
    private final Map<String, String> claimed = new HashMap<>();
    private final Set<UUID> unchangedFiles = new HashSet<>();
    private final Map<UUID, FileVisit> readFiles = new HashMap<>();
    private final List<Claim> undecided = new ArrayList<>();
    private final List<Claim> newcomers = new ArrayList<>();
    private final List<EntityRow> changed = new ArrayList<>();
    private @Nullable Map<String, HeldEntity> held;
    private boolean lost;

    /// @param heldFiles the files of the source as they were last read, by location
    /// @param load      gives the entities that the source places, by ref
    /// @param elsewhere gives the entities of any source with these refs, by ref
    Claims(
            Outcome outcome,
            Map<String, HeldFile> heldFiles,
            Supplier<Map<String, HeldEntity>> load,
            Function<Collection<String>, Map<String, HeldEntity>> elsewhere) {
        this.outcome = outcome;
        this.heldFiles = heldFiles;
        this.load = load;
        this.elsewhere = elsewhere;
    }

    @Override
    public void unchanged(HeldFile file) {
        unchangedFiles.add(file.id());
        outcome.unchanged(file);
    }

    @Override
    public void opened(FileVisit visit) {
        readFiles.put(visit.id(), visit);
        outcome.opened(visit);
    }

    @Override
    public void lost() {
        lost = true;
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
            outcome.refused();
            return;
        }
        claim(visit, document, document.entity());
    }

    private void claim(FileVisit visit, DescriptorDocument document, DescriptorEntity entity) {
        String ref = entity.ref().toString();
        String first = claimed.get(ref);
        if (first != null) {
            conflict(visit, document, first);
            return;
        }
        HeldEntity before = held().get(ref);
        if (before == null || before.fileId().equals(visit.id())) {
            take(new Claim(visit, document, entity), before);
        } else if (unchangedFiles.contains(before.fileId())) {
            conflict(visit, document, locationOf(before));
        } else {
            undecided.add(new Claim(visit, document, entity));
        }
    }

    private void take(Claim claim, @Nullable HeldEntity before) {
        DescriptorEntity entity = claim.entity();
        claimed.put(entity.ref().toString(), claim.visit().location());
        if (before == null) {
            newcomers.add(claim);
        } else if (!before.hash().equals(entity.hash()) || before.orphan()) {
            changed.add(claim.row(before.id()));
        } else {
            outcome.same();
        }
        if (newcomers.size() + changed.size() >= BATCH) {
            flush();
        }
    }

    /// Settles what could not be told before the walk had ended, and tells the outcome what is gone.
    void settle() {
        undecided.forEach(this::decide);
        flush();
        List<HeldFile> goneFiles = lost
                ? List.of()
                : heldFiles.values().stream()
                        .filter(file -> !unchangedFiles.contains(file.id()) && !readFiles.containsKey(file.id()))
                        .toList();
        if (!readFiles.isEmpty() || !goneFiles.isEmpty()) {
            outcome.gone(held().values().stream().filter(this::isGone).toList(), goneFiles);
        }
    }

    private void decide(Claim claim) {
        String ref = claim.entity().ref().toString();
        String first = claimed.get(ref);
        HeldEntity before = java.util.Objects.requireNonNull(held().get(ref));
        if (first != null) {
            conflict(claim.visit(), claim.document(), first);
        } else if (stays(before)) {
            conflict(claim.visit(), claim.document(), locationOf(before));
        } else {
            take(claim, before);
        }
    }

    private boolean isGone(HeldEntity entity) {
        return !entity.orphan() && !claimed.containsKey(entity.ref()) && !stays(entity);
    }

    /// Whether an entity that nobody claimed stays all the same, since its file did not change or was not understood.
    private boolean stays(HeldEntity entity) {
        FileVisit visit = readFiles.get(entity.fileId());
        if (visit != null) {
            return visit.keeps(entity.ref());
        }
        return lost || unchangedFiles.contains(entity.fileId());
    }

    /// Hands over what is new and changed so far, once it is sure that no other source places the newcomers.
    private void flush() {
        if (newcomers.isEmpty() && changed.isEmpty()) {
            return;
        }
        List<String> refs =
                newcomers.stream().map(claim -> claim.entity().ref().toString()).toList();
        Map<String, HeldEntity> others = refs.isEmpty() ? Map.of() : elsewhere.apply(refs);
        List<EntityRow> created = new ArrayList<>(newcomers.size());
        for (Claim claim : newcomers) {
            HeldEntity other = others.get(claim.entity().ref().toString());
            if (other == null) {
                created.add(claim.row(Ids.next()));
            } else if (other.orphan()) {
                changed.add(claim.row(other.id()));
            } else {
                conflict(claim.visit(), claim.document(), "another source");
            }
        }
        outcome.entities(created, changed);
        newcomers.clear();
        changed.clear();
    }

    private void conflict(FileVisit visit, DescriptorDocument document, String holder) {
        visit.problem(new Problem(
                Problem.Severity.ERROR,
                "conflict",
                visit.location(),
                document.index(),
                document.line(),
                1,
                "metadata.name",
                document.ref(),
                document.ref() + " is already placed by " + holder + ", which keeps it.",
                String.valueOf(document.ref()),
                "a kind, namespace and name that nothing else has",
                "Rename one of the two, or remove the entity from the other place; the next run then takes this one."));
        visit.readAgain();
        outcome.refused();
    }

    private Map<String, HeldEntity> held() {
        Map<String, HeldEntity> loaded = held;
        if (loaded == null) {
            loaded = load.get();
            held = loaded;
        }
        return loaded;
    }

    private String locationOf(HeldEntity entity) {
        return heldFiles.values().stream()
                .filter(file -> file.id().equals(entity.fileId()))
                .map(HeldFile::location)
                .findFirst()
                .orElse("another file");
    }

    private record Claim(FileVisit visit, DescriptorDocument document, DescriptorEntity entity) {

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

        /// Entities to add and to change. Every file they name has been opened.
        void entities(List<EntityRow> created, List<EntityRow> changed);

        /// Entities and files that the source no longer has. Called at most once, last.
        void gone(List<HeldEntity> entities, List<HeldFile> files);
    }
}
