package dev.portico.search.internal;

import dev.portico.kernel.Refusal;
import dev.portico.search.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Filters as queries that score nothing.
final class Filters {

    static {
        // Room for sixteen misspelled words, each with fifty spellings in four places.
        IndexSearcher.setMaxClauseCount(4_096);
    }

    private Filters() {}

    /// @param types the types whose documents are looked for, which ids are of
    static Query query(Filter filter, Collection<String> types) {
        return switch (filter) {
            case Filter.All all ->
                all(all.parts().stream().map(part -> query(part, types)).toList());
            case Filter.Any any ->
                any(any.parts().stream().map(part -> query(part, types)).toList());
            case Filter.Not not -> not(query(not.part(), types));
            case Filter.Exists exists -> new TermQuery(new Term(Names.PATHS, Names.path(exists.path())));
            case Filter.OneOf oneOf -> oneOf(oneOf);
            case Filter.StartsWith starts ->
                new PrefixQuery(
                        new Term(Names.VALUES, Names.prefix(starts.path(), bounded(starts.prefix(), Names.LONGEST))));
            case Filter.Contains contains -> contains(contains);
            case Filter.Ids ids ->
                terms(
                        Names.KEY,
                        types.stream()
                                .flatMap(type -> ids.ids().stream().map(id -> new BytesRef(Names.key(type, id))))
                                .toList());
        };
    }

    /// Documents that have a value at the path, and not merely the path.
    static Query filled(String path) {
        String lower = Names.path(path);
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Names.PATHS, lower)), Occur.FILTER)
                .add(new TermQuery(new Term(Names.VOID, lower)), Occur.MUST_NOT)
                .build();
    }

    static Query all(List<Query> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        if (parts.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        return joined(parts, Occur.FILTER);
    }

    static Query any(List<Query> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return parts.isEmpty() ? new MatchNoDocsQuery() : joined(parts, Occur.SHOULD);
    }

    static Query not(Query part) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(part, Occur.MUST_NOT)
                .build();
    }

    private static Query joined(List<Query> parts, Occur occur) {
        if (parts.size() > IndexSearcher.getMaxClauseCount()) {
            throw new Refusal.InvalidInput(
                    "search-filter",
                    "A filter joins at most " + IndexSearcher.getMaxClauseCount() + " parts; this one joins "
                            + parts.size());
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        parts.forEach(part -> query.add(part, occur));
        return query.build();
    }

    private static Query oneOf(Filter.OneOf filter) {
        List<BytesRef> values = new ArrayList<>();
        List<BytesRef> longValues = new ArrayList<>();
        for (String value : filter.values()) {
            if (Names.isLong(value)) {
                longValues.add(new BytesRef(Names.longValue(filter.path(), value)));
            } else {
                values.add(new BytesRef(Names.value(filter.path(), value)));
            }
        }
        Query query = terms(Names.VALUES, values);
        return longValues.isEmpty() ? query : any(List.of(query, terms(Names.LONG_VALUES, longValues)));
    }

    static Query terms(String field, List<BytesRef> terms) {
        return switch (terms.size()) {
            case 0 -> new MatchNoDocsQuery();
            case 1 -> new TermQuery(new Term(field, terms.getFirst()));
            default -> new TermInSetQuery(field, terms);
        };
    }

    private static Query contains(Filter.Contains filter) {
        String beginning = Names.prefix(filter.path(), "");
        String part = Names.lower(bounded(filter.text(), Names.LONGEST_PART));
        return any(List.of(
                TermPart.holding(Names.VALUES, beginning, part), TermPart.holding(Names.PIECES, beginning, part)));
    }

    private static String bounded(String text, int longest) {
        if (text.length() > longest) {
            throw new Refusal.InvalidInput(
                    "search-filter",
                    "A part of a value that is looked for has at most " + longest + " characters; this one has "
                            + text.length());
        }
        return text;
    }
}
