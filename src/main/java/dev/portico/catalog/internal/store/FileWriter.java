package dev.portico.catalog.internal.store;

import dev.portico.catalog.Problem;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes what one source run learnt about the files of its source, over the connection of its transaction: which
/// there are, what they were known by, and what is wrong with them. Not thread-safe.
public final class FileWriter {

    private final Connection connection;
    private final UUID source;
    private final UnaryOperator<String> seal;
    private final Set<String> touched = new HashSet<>();

    /// @param seal turns a fingerprint into the form in which it is kept
    public FileWriter(Connection connection, UUID source, UnaryOperator<String> seal) {
        this.connection = connection;
        this.source = source;
        this.seal = seal;
    }

    /// Adds files that were not known before. They are to be read again until [#update] says otherwise.
    public void add(Collection<HeldFile> files) throws SQLException {
        BinaryCopy copy = new BinaryCopy("catalog_file", "id, source_id, location, view_url, follows, dependencies");
        for (HeldFile file : files) {
            copy.row()
                    .uuid(file.id())
                    .uuid(source)
                    .text(file.location())
                    .text(file.viewUrl())
                    .text("[]")
                    .text("{}");
        }
        copy.send(connection);
    }

    /// Keeps what files were read as, and replaces the problems they had with those they have.
    public void update(Collection<HeldFile> files, Collection<ProblemRow> problems) throws SQLException {
        if (files.isEmpty()) {
            return;
        }
        stage(files);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    update catalog_file f
                    set fingerprint = s.fingerprint, named_by = s.named_by, view_url = s.view_url, refused = s.refused,
                        follows = s.follows,
                        dependencies = s.dependencies,
                        reference_places = coalesce(s.reference_places, f.reference_places)
                    from catalog_file_stage s where f.id = s.id""");
        }
        Set<Remark> before = forgotten(
                "delete from catalog_problem p using catalog_file_stage s where p.file_id = s.id returning p.*");
        problems(problems);
        Set<Remark> after =
                problems.stream().map(row -> Remark.of(row.problem())).collect(Collectors.toSet());
        touch(before, after);
        touch(after, before);
    }

    /// The refs of which something else is said to be wrong than before.
    public Collection<String> touched() {
        return touched;
    }

    private void touch(Set<Remark> remarks, Set<Remark> others) {
        remarks.stream()
                .filter(remark -> remark.ref() != null && !others.contains(remark))
                .forEach(remark -> touched.add(String.valueOf(remark.ref())));
    }

    private Set<Remark> forgotten(String deletion) throws SQLException {
        Set<Remark> forgotten = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(deletion)) {
            while (rows.next()) {
                forgotten.add(new Remark(
                        rows.getString("ref"),
                        rows.getString("severity"),
                        rows.getString("stage"),
                        rows.getString("message")));
            }
        }
        return forgotten;
    }

    /// Forgets files that the source no longer has, with their problems. No entity may name them any more.
    public void remove(Collection<UUID> files) throws SQLException {
        if (files.isEmpty()) {
            return;
        }
        Array ids = connection.createArrayOf("uuid", files.toArray());
        try (PreparedStatement problems = connection.prepareStatement(
                        "select distinct ref from catalog_problem where file_id = any(?) and ref is not null");
                PreparedStatement deletion =
                        connection.prepareStatement("delete from catalog_file where id = any(?)")) {
            problems.setArray(1, ids);
            try (ResultSet rows = problems.executeQuery()) {
                while (rows.next()) {
                    touched.add(rows.getString(1));
                }
            }
            deletion.setArray(1, ids);
            deletion.executeUpdate();
        }
    }

    private void stage(Collection<HeldFile> files) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table if not exists catalog_file_stage
                    (id uuid, fingerprint text, named_by uuid, view_url text, refused integer, follows text,
                     dependencies text, reference_places text) on commit drop""");
            statement.execute("truncate catalog_file_stage");
        }
        BinaryCopy copy = new BinaryCopy(
                "catalog_file_stage",
                "id, fingerprint, named_by, view_url, refused, follows, dependencies, reference_places");
        for (HeldFile file : files) {
            copy.row()
                    .uuid(file.id())
                    .text(file.fingerprint() == null ? null : seal.apply(file.fingerprint()))
                    .uuid(file.namedBy())
                    .text(file.viewUrl())
                    .integer(file.refused())
                    .text(HeldState.json(file.follows()))
                    .text(HeldState.json(file.dependencies()))
                    .text(file.references());
        }
        copy.send(connection);
    }

    private void problems(Collection<ProblemRow> rows) throws SQLException {
        BinaryCopy copy = new BinaryCopy(
                "catalog_problem",
                "source_id, file_id, severity, stage, location, document, line, col, field, ref, message, found, allowed, "
                        + "remedy");
        for (ProblemRow row : rows) {
            Problem problem = row.problem();
            copy.row()
                    .uuid(source)
                    .uuid(row.fileId())
                    .text(problem.severity().name())
                    .text(problem.stage())
                    .text(problem.location())
                    .integer(problem.document())
                    .integer(problem.line())
                    .integer(problem.column())
                    .text(problem.field())
                    .text(problem.ref() == null ? null : problem.ref().toString())
                    .text(problem.message())
                    .text(problem.found())
                    .text(problem.allowed())
                    .text(problem.remedy());
        }
        copy.send(connection);
    }

    /// What readers of an entity see of a problem, wherever in its file it stands.
    private record Remark(@Nullable String ref, String severity, String stage, String message) {
        static Remark of(Problem problem) {
            String ref = problem.ref() == null ? null : problem.ref().toString();
            return new Remark(ref, problem.severity().name(), problem.stage(), problem.message());
        }
    }

    /// A problem and the file it stands in.
    public record ProblemRow(UUID fileId, Problem problem) {

        /// How many problems of one file are kept; a file with more has enough to mend.
        public static final int PER_FILE = 1_000;
    }
}
