package dev.portico.search.internal;

import dev.portico.access.Access;
import dev.portico.access.Condition;
import dev.portico.access.Rule;
import dev.portico.access.Scope;
import dev.portico.access.Wanted;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.springframework.stereotype.Component;

/// What a reader may find, as a query. Says the same of a document as [Condition#holds] says of the thing.
@Component
final class Scopes {

    private final Access access;
    private final Registered registered;
    private final Compiled compiled = new Compiled();

    Scopes(Access access, Registered registered) {
        this.access = access;
        this.registered = registered;
    }

    /// The documents of these types that the reader may read; of all types where none is named.
    Query readable(Set<String> types, Reader reader) {
        Collection<String> asked = types.isEmpty() ? registered.types() : types;
        List<Query> readable = new ArrayList<>();
        for (String type : asked) {
            Scope scope = access.scope(reader, registered.source(type).permission());
            switch (scope) {
                case Scope.All all -> readable.add(ofType(type));
                case Scope.None none -> {
                    // nothing of this type
                }
                case Scope.Where where ->
                    readable.add(compiled.of(
                            where.condition(), type, reader, () -> ofType(type, where.condition(), reader)));
            }
        }
        return Filters.any(readable);
    }

    /// The documents of a type that lie within a scope of a reader, be it one that no policy in force gives.
    static Query query(Scope scope, String type, Reader reader) {
        return switch (scope) {
            case Scope.All all -> ofType(type);
            case Scope.None none -> Filters.any(List.of());
            case Scope.Where where -> ofType(type, where.condition(), reader);
        };
    }

    private static Query ofType(String type) {
        return new TermQuery(new Term(Names.TYPE, type));
    }

    private static Query ofType(String type, Condition condition, Reader reader) {
        return new BooleanQuery.Builder()
                .add(ofType(type), Occur.FILTER)
                .add(query(condition, type, reader), Occur.FILTER)
                .build();
    }

    /// Whether the reader may read documents of the type by a condition, and so perhaps not all of them.
    boolean isPartial(String type, Reader reader) {
        return access.scope(reader, registered.source(type).permission()) instanceof Scope.Where;
    }

    /// @param type the type of the documents that it is asked of
    static Query query(Condition condition, String type, Reader reader) {
        return switch (condition) {
            case Condition.AllOf all -> Filters.all(queries(all.parts(), type, reader));
            case Condition.AnyOf any -> Filters.any(queries(any.parts(), type, reader));
            case Condition.Not not -> Filters.not(query(not.part(), type, reader));
            case Rule rule -> query(rule.wanted(reader), type);
        };
    }

    private static Query query(Wanted wanted, String type) {
        return switch (wanted.comparison()) {
            case ID -> Filters.terms(Names.KEY, terms(wanted, id -> Names.key(type, id)));
            case EXACT -> Filters.terms(Names.EXACT, terms(wanted, value -> Names.exact(wanted.path(), value)));
            case FOLDED -> Filters.terms(Names.FOLDED, terms(wanted, value -> Names.exact(wanted.path(), value)));
            case PRESENT -> new TermQuery(new Term(Names.PRESENT, Names.present(wanted.path())));
        };
    }

    private static List<BytesRef> terms(Wanted wanted, UnaryOperator<String> term) {
        return wanted.values().stream()
                .map(value -> new BytesRef(term.apply(value)))
                .toList();
    }

    private static List<Query> queries(List<Condition> conditions, String type, Reader reader) {
        return conditions.stream()
                .map(condition -> query(condition, type, reader))
                .toList();
    }
}
