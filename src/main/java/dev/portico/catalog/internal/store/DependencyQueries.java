package dev.portico.catalog.internal.store;

import dev.portico.catalog.RelationType;
import dev.portico.kernel.EntityRef;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads relations as steps from what depends to what it depends on, whoever may read their ends.
@Component
public final class DependencyQueries {

    private static final String STEPS = """
            select r.source as dependent, r.target as dependency, r.type, e.ref as stated_by
            from catalog_relation r join catalog_entity e on e.id = r.emitter
            where r.type = any(:along) and r.%s = any(:refs)
            union
            select r.target, r.source, r.type, e.ref
            from catalog_relation r join catalog_entity e on e.id = r.emitter
            where r.type = any(:against) and r.%s = any(:refs)
            order by 1, 2, 3, 4""";

    private final JdbcClient database;

    DependencyQueries(JdbcClient database) {
        this.database = database;
    }

    /// The steps that lead to one of these, ordered.
    ///
    /// @param refs at most some thousand
    public List<Dependency> to(Collection<EntityRef> refs, Set<RelationType> types) {
        return steps(STEPS.formatted("target", "source"), refs, types);
    }

    /// The steps that lead from one of these, ordered.
    ///
    /// @param refs at most some thousand
    public List<Dependency> from(Collection<EntityRef> refs, Set<RelationType> types) {
        return steps(STEPS.formatted("source", "target"), refs, types);
    }

    private List<Dependency> steps(String sql, Collection<EntityRef> refs, Set<RelationType> types) {
        return database.sql(sql)
                .param("refs", refs.stream().map(EntityRef::toString).toArray(String[]::new))
                .param("along", names(types, true))
                .param("against", names(types, false))
                .query((row, number) -> new Dependency(
                        EntityRef.parse(row.getString(1)),
                        EntityRef.parse(row.getString(2)),
                        RelationType.named(row.getString(3)),
                        EntityRef.parse(row.getString(4))))
                .list();
    }

    private static String[] names(Set<RelationType> types, boolean along) {
        return types.stream()
                .filter(type -> type.sourceDepends() == along)
                .map(RelationType::forward)
                .toArray(String[]::new);
    }

    /// One step.
    ///
    /// @param statedBy the end whose descriptor says so
    public record Dependency(EntityRef dependent, EntityRef dependency, RelationType type, EntityRef statedBy) {}
}
