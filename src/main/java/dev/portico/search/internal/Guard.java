package dev.portico.search.internal;

import dev.portico.kernel.Reader;
import dev.portico.search.FacetCount;
import dev.portico.search.Filter;
import dev.portico.search.Json;
import dev.portico.search.Order;
import dev.portico.search.SearchQuery;
import dev.portico.search.sources.DocumentField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// Keeps from one reader, for one question, the values that stand in a document in the name of others which the reader
/// may not read.
///
/// Whoever may read everything of the types, or nothing, is let through. For all others a test of a guarded path is put
/// to the path's open values, and to those of its guarded ones that name a document which may be read; so are its
/// counts. An order by such a path goes by open values alone. JSON is given out without what is hidden.
final class Guard {

    private final IndexSearcher searcher;
    private final Registered registered;
    private final Set<String> types;
    private final Places places;
    private final @Nullable FixedBitSet readable;

    private Guard(
            IndexSearcher searcher,
            Registered registered,
            Set<String> types,
            Places places,
            @Nullable FixedBitSet readable) {
        this.searcher = searcher;
        this.registered = registered;
        this.types = types;
        this.places = places;
        this.readable = readable;
    }

    static Guard of(
            IndexSearcher searcher,
            Set<String> types,
            Reader reader,
            Registered registered,
            Scopes scopes,
            Matches matches,
            Places places)
            throws IOException {
        Set<String> partial = types.stream()
                .filter(type -> registered.isGuarded(type) && scopes.isPartial(type, reader))
                .collect(Collectors.toSet());
        return new Guard(
                searcher,
                registered,
                partial,
                places,
                partial.isEmpty()
                        ? null
                        : matches.of(searcher, scopes.readable(partial, reader)).docs());
    }

    /// Guarded values as the index keeps them.
    static BytesRef write(Collection<DocumentField> fields) {
        return new BytesRef(fields.stream()
                .map(field -> field.path() + '\0' + field.value())
                .collect(Collectors.joining("\1")));
    }

    /// The question in terms of what the reader may know.
    SearchQuery seen(SearchQuery query) {
        if (readable == null) {
            return query;
        }
        List<Order> orders = query.orders().stream()
                .map(order -> new Order(path(order.path()), order.descending(), order.absent()))
                .toList();
        return new SearchQuery(
                query.types(),
                filter(query.filter()),
                query.text(),
                orders,
                query.page(),
                query.snippets(),
                query.whole());
    }

    /// Where the values of a path stand that the reader may know of whatever they name.
    String path(String path) {
        return isGuarded(path) ? Names.open(path) : path;
    }

    /// A document's JSON as the reader may see it.
    ///
    /// @param guarded the document's guarded values; null for none
    Json json(String type, Json json, @Nullable BytesRef guarded) throws IOException {
        if (readable == null || guarded == null || !types.contains(type)) {
            return json;
        }
        List<DocumentField> fields = read(guarded);
        Set<String> seen = seen(type, fields.stream().map(DocumentField::value).toList());
        Set<DocumentField> hidden = new HashSet<>(fields);
        hidden.removeIf(field -> field.value() != null && seen.contains(field.value()));
        return hidden.isEmpty() ? json : registered.source(type).without(json, hidden);
    }

    /// Counts of a guarded path: of values that name what may be read, and of all others only where they are open.
    ///
    /// @param all  the counts of the path
    /// @param open the counts of its open values
    List<FacetCount> facet(List<FacetCount> all, List<FacetCount> open) {
        Set<String> seen = seen(all.stream().map(FacetCount::value).toList());
        Map<String, FacetCount> openly =
                open.stream().collect(Collectors.toMap(FacetCount::value, Function.identity()));
        List<FacetCount> counts = new ArrayList<>(all.size());
        for (FacetCount count : all) {
            FacetCount known = seen.contains(count.value()) ? count : openly.get(count.value());
            if (known != null) {
                counts.add(known);
            }
        }
        return counts;
    }

    private Filter filter(Filter filter) {
        return switch (filter) {
            case Filter.All all ->
                new Filter.All(all.parts().stream().map(this::filter).toList());
            case Filter.Any any ->
                new Filter.Any(any.parts().stream().map(this::filter).toList());
            case Filter.Not not -> new Filter.Not(filter(not.part()));
            case Filter.Exists(String path) -> seen(filter, path, new Filter.Exists(Names.open(path)), any -> true);
            case Filter.OneOf(String path, Set<String> values) -> {
                Set<String> lower = values.stream().map(Names::lower).collect(Collectors.toSet());
                yield seen(filter, path, new Filter.OneOf(Names.open(path), values), lower::contains);
            }
            case Filter.StartsWith(String path, String prefix) -> {
                String lower = Names.lower(prefix);
                yield seen(
                        filter,
                        path,
                        new Filter.StartsWith(Names.open(path), prefix),
                        value -> value.startsWith(lower));
            }
            case Filter.Contains(String path, String text) -> {
                String lower = Names.lower(text);
                yield seen(filter, path, new Filter.Contains(Names.open(path), text), value -> value.contains(lower));
            }
            case Filter.Ids ids -> ids;
        };
    }

    /// A test of a path: as it is where the path is not guarded, else of its open values and of those that may be read.
    private Filter seen(Filter asked, String path, Filter open, Predicate<String> test) {
        if (!isGuarded(path)) {
            return asked;
        }
        Set<String> seen = seen(values(path).stream().filter(test).toList());
        return seen.isEmpty() ? open : new Filter.Any(List.of(open, new Filter.OneOf(path, seen)));
    }

    /// All values at a path, in lower case, as ids are.
    private Set<String> values(String path) {
        BytesRef start = new BytesRef(Names.prefix(path, ""));
        Set<String> values = new HashSet<>();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Terms terms = leaf.reader().terms(Names.VALUES);
                TermsEnum found = terms == null ? TermsEnum.EMPTY : terms.iterator();
                if (found.seekCeil(start) == TermsEnum.SeekStatus.END) {
                    continue;
                }
                for (BytesRef term = found.term();
                        term != null && StringHelper.startsWith(term, start);
                        term = found.next()) {
                    values.add(new BytesRef(term.bytes, term.offset + start.length, term.length - start.length)
                            .utf8ToString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
        return values;
    }

    private Set<String> seen(Collection<String> ids) {
        Set<String> seen = new HashSet<>();
        types.forEach(type -> seen.addAll(seen(type, ids)));
        return seen;
    }

    private Set<String> seen(String type, Collection<String> ids) {
        try {
            return readable == null ? Set.of() : places.among(searcher, type, ids, readable);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    /// Whether the reader may know of a part of the path's values only.
    boolean isGuarded(String path) {
        return readable != null && registered.guarded().contains(Names.path(path));
    }

    private static List<DocumentField> read(BytesRef guarded) {
        List<DocumentField> fields = new ArrayList<>();
        for (String field : guarded.utf8ToString().split("\1", -1)) {
            int end = field.indexOf('\0');
            fields.add(DocumentField.guarded(field.substring(0, end), field.substring(end + 1)));
        }
        return fields;
    }
}
