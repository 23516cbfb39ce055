package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.Problem;
import dev.portico.catalog.internal.descriptor.DescriptorDocument;
import dev.portico.catalog.internal.descriptor.DescriptorEntity;
import dev.portico.catalog.internal.store.FileWriter.ProblemRow;
import dev.portico.catalog.internal.store.HeldFile;
import dev.portico.catalog.internal.store.HeldFile.Follow;
import dev.portico.catalog.internal.store.ReferencePlaces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of a source while it is being read: what it said, what is wrong with it, and whether it has to be read
/// again next time although it may not have changed.
final class FileVisit {

    private final UUID id;
    private final UUID namedBy;
    private final String location;
    private final @Nullable String viewUrl;
    private final boolean known;
    private final List<Follow> follows = new ArrayList<>();
    private final Map<String, String> dependencies = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final ReferencePlaces.Writer references = new ReferencePlaces.Writer();
    private @Nullable String fingerprint;
    private int refusals;
    private boolean unreadable;
    private boolean undetermined;

    /// @param id      the file's id, new or as held
    /// @param namedBy the file whose Location led here; itself where the source did
    /// @param known   whether the catalog has a row for it
    FileVisit(UUID id, UUID namedBy, String location, @Nullable String viewUrl, boolean known) {
        this.id = id;
        this.namedBy = namedBy;
        this.location = location;
        this.viewUrl = viewUrl;
        this.known = known;
    }

    UUID id() {
        return id;
    }

    /// The file whose Location led here; itself where the source did.
    UUID namedBy() {
        return namedBy;
    }

    String location() {
        return location;
    }

    boolean known() {
        return known;
    }

    List<Problem> problems() {
        return problems;
    }

    /// The first error of a document that names no entity: why others of the file stay as they are.
    Optional<Problem> nobodysError() {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR && problem.ref() == null)
                .findFirst();
    }

    /// The first place that could not be read.
    Optional<Problem> unreached() {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR
                        && problem.stage().equals(ReadingProblems.STAGE))
                .findFirst();
    }

    List<Follow> follows() {
        return follows;
    }

    Map<String, String> dependencies() {
        return dependencies;
    }

    /// Keeps a problem, as long as there are not so many that nobody would read them.
    void problem(Problem problem) {
        if (problems.size() < ProblemRow.PER_FILE) {
            problems.add(problem);
        }
    }

    /// Keeps where an entity of the file names others; an entity is given once.
    void references(DescriptorDocument document, DescriptorEntity entity) {
        references.add(entity.ref().toString(), document.index(), entity.references());
    }

    /// The file was read to its end and is known by this fingerprint.
    void read(String readAs) {
        fingerprint = readAs;
    }

    /// The file could not be read; whatever it placed stays.
    void unreadable() {
        unreadable = true;
    }

    /// One more document of the file was refused.
    void refusal() {
        refusals++;
    }

    /// A document was refused that may have been any entity; whatever the file placed stays.
    void undetermined() {
        undetermined = true;
    }

    /// A document was refused that is this entity; its last good version stays.
    void refused(String ref) {
        refused.add(ref);
    }

    /// The file has to be read on the next run, changed or not.
    void readAgain() {
        fingerprint = null;
    }

    /// Whether an entity that the file placed before, and did not name this time, stays as it was.
    boolean keeps(String ref) {
        return unreadable || undetermined || refused.contains(ref);
    }

    /// Whether such an entity stays only because nobody can tell whether the file still names it.
    boolean doubts(String ref) {
        return (unreadable || undetermined) && !refused.contains(ref);
    }

    /// The file as the catalog should hold it.
    HeldFile held() {
        return new HeldFile(
                id,
                location,
                fingerprint,
                namedBy,
                viewUrl,
                refusals,
                follows,
                dependencies,
                unreadable ? null : references.text());
    }
}
