package dev.portico.search.internal;

import dev.portico.access.Access;
import dev.portico.access.Condition;
import dev.portico.access.Scope;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.springframework.stereotype.Component;

/// What a reader may find, as a query. Says the same of a document as [Condition#holds] says of the thing.
@Component
final class Scopes {

    private final Access access;
    private final Registered registered;

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
            Query ofType = new TermQuery(new Term(Names.TYPE, type));
            switch (scope) {
                case Scope.All all -> readable.add(ofType);
                case Scope.None none -> {
                    // nothing of this type
                }
                case Scope.Where where ->
                    readable.add(new BooleanQuery.Builder()
                            .add(ofType, Occur.FILTER)
                            .add(query(where.condition(), reader), Occur.FILTER)
                            .build());
            }
        }
        return Filters.any(readable);
    }

    /// Whether the reader may read documents of the type by a condition, and so perhaps not all of them.
    boolean isPartial(String type, Reader reader) {
        return access.scope(reader, registered.source(type).permission()) instanceof Scope.Where;
    }

    static Query query(Condition condition, Reader reader) {
        return switch (condition) {
            case Condition.AllOf all -> Filters.all(queries(all.parts(), reader));
            case Condition.AnyOf any -> Filters.any(queries(any.parts(), reader));
            case Condition.Not not -> Filters.not(query(not.part(), reader));
            case Condition.OwnerIsMine mine -> {
                List<BytesRef> owners = Stream.concat(reader.userEntity().stream(), reader.groups().stream())
                        .map(EntityRef::toString)
                        .map(owner -> new BytesRef(Names.exact("relations.ownedBy", owner)))
                        .toList();
                yield owners.isEmpty() ? new MatchNoDocsQuery() : new TermInSetQuery(Names.EXACT, owners);
            }
            case Condition.LabelHas label ->
                new TermQuery(new Term(Names.EXACT, Names.exact("metadata.labels." + label.label(), label.value())));
        };
    }

    private static List<Query> queries(List<Condition> conditions, Reader reader) {
        return conditions.stream().map(condition -> query(condition, reader)).toList();
    }
}
