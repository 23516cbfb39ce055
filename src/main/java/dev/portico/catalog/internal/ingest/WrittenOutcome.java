package dev.portico.catalog.internal.ingest;

import dev.portico.catalog.internal.store.EntityRow;
import dev.portico.catalog.internal.store.EntityWriter;
import dev.portico.catalog.internal.store.FileWriter;
import dev.portico.catalog.internal.store.FileWriter.ProblemRow;
import dev.portico.catalog.internal.store.HeldEntity;
import dev.portico.catalog.internal.store.HeldFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Writes what a run decides as it is decided, in batches, and counts it.
final class WrittenOutcome implements Claims.Outcome {

    private final EntityWriter entityWriter;
    private final FileWriter fileWriter;
    private final boolean keepOrphans;
    private final List<FileVisit> newFiles = new ArrayList<>();
    private final List<FileVisit> read = new ArrayList<>();
    private final RunCounts counts = new RunCounts();

    WrittenOutcome(EntityWriter entityWriter, FileWriter fileWriter, boolean keepOrphans) {
        this.entityWriter = entityWriter;
        this.fileWriter = fileWriter;
        this.keepOrphans = keepOrphans;
    }

    /// Writes what is left once the walk is settled.
    void finish() throws SQLException {
        addFiles();
        List<ProblemRow> problems = new ArrayList<>();
        for (FileVisit visit : read) {
            visit.problems().forEach(problem -> problems.add(new ProblemRow(visit.id(), problem)));
        }
        fileWriter.update(read.stream().map(FileVisit::held).toList(), problems);
    }

    RunCounts counts() {
        return counts;
    }

    /// The refs whose entities or relations read differently now.
    Collection<String> touched() {
        return entityWriter.touched();
    }

    @Override
    public void unchanged(HeldFile file) {
        counts.files++;
        counts.unchanged++;
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
    public void same() {}

    @Override
    public void refused() {
        counts.refused++;
    }

    @Override
    public void entities(List<EntityRow> created, List<EntityRow> changed) {
        counts.created += created.size();
        counts.changed += changed.size();
        write(() -> {
            addFiles();
            entityWriter.create(created);
            entityWriter.change(changed);
        });
    }

    @Override
    public void gone(List<HeldEntity> entities, List<HeldFile> files) {
        counts.removed += entities.size();
        write(() -> {
            if (keepOrphans) {
                entityWriter.orphan(entities);
                fileWriter.update(files.stream().map(HeldFile::unread).toList(), List.of());
            } else {
                entityWriter.remove(entities);
                fileWriter.remove(files.stream().map(HeldFile::id).toList());
            }
        });
    }

    private void addFiles() throws SQLException {
        fileWriter.add(newFiles.stream().map(FileVisit::held).toList());
        newFiles.clear();
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (SQLException e) {
            throw new WriteFailed(e);
        }
    }

    private interface Writing {
        void run() throws SQLException;
    }

    /// Carries a failure of the database out of the walk; [Ingestion] unwraps it.
    static final class WriteFailed extends RuntimeException {

        private final SQLException failure;

        WriteFailed(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }
}
