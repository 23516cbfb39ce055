package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.Problem;
import dev.portico.catalog.internal.store.EntityRow;
import dev.portico.catalog.internal.store.EntityWriter;
import dev.portico.catalog.internal.store.FileWriter;
import dev.portico.catalog.internal.store.FileWriter.ProblemRow;
import dev.portico.catalog.internal.store.HeldEntity;
import dev.portico.catalog.internal.store.HeldFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes what a run decides as it is decided, in batches, and counts it.
final class WrittenOutcome implements Claims.Outcome {

    private final EntityWriter entityWriter;
    private final FileWriter fileWriter;
    private final WriteBehind writes;
    private final boolean keepOrphans;
    private final List<FileVisit> newFiles = new ArrayList<>();
    private final List<FileVisit> read = new ArrayList<>();
    private final RunCounts counts = new RunCounts();

    WrittenOutcome(EntityWriter entityWriter, FileWriter fileWriter, WriteBehind writes, boolean keepOrphans) {
        this.entityWriter = entityWriter;
        this.fileWriter = fileWriter;
        this.writes = writes;
        this.keepOrphans = keepOrphans;
    }

    /// Writes what is left once the walk is settled.
    void finish() throws SQLException {
        writes.await();
        fileWriter.add(newFiles.stream().map(FileVisit::held).toList());
        List<ProblemRow> problems = new ArrayList<>();
        for (FileVisit visit : read) {
            visit.problems().forEach(problem -> problems.add(new ProblemRow(visit.id(), problem)));
        }
        fileWriter.update(read.stream().map(FileVisit::held).toList(), problems);
    }

    RunCounts counts() {
        return counts;
    }

    /// The first thing that is wrong with what was read.
    Optional<Problem> firstError() {
        return read.stream()
                .flatMap(visit -> visit.problems().stream())
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .findFirst();
    }

    /// The refs whose entities, relations or problems read differently now.
    Collection<String> touched() {
        Set<String> touched = new HashSet<>(entityWriter.touched());
        touched.addAll(fileWriter.touched());
        return touched;
    }

    @Override
    public void unchanged(HeldFile file) {
        counts.files++;
        counts.unchanged++;
        counts.refused += file.refused();
    }

    @Override
    public void opened(FileVisit visit) {
        counts.files++;
        if (!visit.known()) {
            newFiles.add(visit);
        }
    }

    @Override
    public void closed(FileVisit visit) {
        read.add(visit);
    }

    @Override
    public void same() {
        counts.same++;
    }

    @Override
    public void refused() {
        counts.refused++;
    }

    @Override
    public void ready() {
        writes.await();
    }

    @Override
    public void entities(List<EntityRow> created, List<EntityRow> changed) {
        counts.created += created.size();
        counts.changed += changed.size();
        List<HeldFile> files = newFiles.stream().map(FileVisit::held).toList();
        newFiles.clear();
        writes.start(() -> {
            fileWriter.add(files);
            entityWriter.create(created);
            entityWriter.change(changed);
        });
    }

    @Override
    public void gone(List<HeldEntity> entities, List<HeldFile> files) {
        counts.removed += entities.size();
        writes.start(() -> {
            if (keepOrphans) {
                entityWriter.orphan(entities);
                fileWriter.update(files.stream().map(HeldFile::unread).toList(), List.of());
            } else {
                entityWriter.remove(entities);
                fileWriter.remove(files.stream().map(HeldFile::id).toList());
            }
        });
    }
}
