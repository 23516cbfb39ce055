package dev.portico.catalog.internal.store;

import dev.portico.catalog.Problem;
import dev.portico.kernel.EntityRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what is wrong with files and entities at present.
@Component
public final class ProblemQueries {

    private static final String MOST_SEVERE_FIRST = " order by severity, location, line, id limit 1000";

    private final JdbcClient database;

    ProblemQueries(JdbcClient database) {
        this.database = database;
    }

    /// The problems of an entity, most severe first.
    public List<Problem> ofEntity(EntityRef ref) {
        return database.sql("select * from catalog_problem where ref = ?" + MOST_SEVERE_FIRST)
                .param(ref.toString())
                .query((row, number) -> problem(row))
                .list();
    }

    /// The problems of entities, by ref, most severe first.
    public Map<String, List<Problem>> ofEntities(Collection<String> refs) {
        return database
                .sql("select * from catalog_problem where ref = any(?) order by severity, location, line, id")
                .param(refs.toArray(String[]::new))
                .query((row, number) -> problem(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(problem -> String.valueOf(problem.ref())));
    }

    /// The problems in the files of a source, by file and line, at most 1,000.
    public List<Problem> ofSource(UUID source) {
        return database.sql("select * from catalog_problem where source_id = ? order by location, line, id limit 1000")
                .param(source)
                .query((row, number) -> problem(row))
                .list();
    }

    /// What was refused of the entities that are meant, or in files whose location has the name in it; at most 50.
    public List<SourcedProblem> errorsNaming(RefPattern meant) {
        return sourced(
                RefPattern.on("p.ref") + " or (p.ref is null and position(:name in lower(p.location)) > 0)",
                meant.parameters());
    }

    /// What was refused in files at these locations; at most 50.
    public List<SourcedProblem> errorsAt(Collection<String> locations) {
        return sourced("p.location = any(:locations)", Map.of("locations", locations.toArray(String[]::new)));
    }

    private List<SourcedProblem> sourced(String where, Map<String, Object> parameters) {
        return database.sql("""
                        select p.*, s.name as source_name from catalog_problem p
                        join catalog_source s on s.id = p.source_id
                        where p.severity = 'ERROR' and (%s) order by s.name, p.location, p.line, p.id limit 50""".formatted(where))
                .params(parameters)
                .query((row, number) -> new SourcedProblem(row.getString("source_name"), problem(row)))
                .list();
    }

    private static Problem problem(ResultSet row) throws SQLException {
        String ref = row.getString("ref");
        return new Problem(
                Problem.Severity.valueOf(row.getString("severity")),
                row.getString("stage"),
                row.getString("location"),
                row.getInt("document"),
                row.getInt("line"),
                row.getInt("col"),
                row.getString("field"),
                ref == null ? null : EntityRef.parse(ref),
                row.getString("message"),
                row.getString("found"),
                row.getString("allowed"),
                row.getString("remedy"));
    }
}
