package dev.portico.search.internal;

import dev.portico.access.Scope;
import dev.portico.kernel.Reader;
import dev.portico.search.FacetCount;
import dev.portico.search.Filter;
import dev.portico.search.Hit;
import dev.portico.search.IndexState;
import dev.portico.search.Order;
import dev.portico.search.Page;
import dev.portico.search.Reason;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import dev.portico.search.Suggestion;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.springframework.stereotype.Service;

/// Answers from the index in force. The reader's scope is part of every query.
@Service
final class LuceneSearch implements Search {

    private static final int MOST_SUGGESTIONS = 50;

    private final Follower follower;
    private final Registered registered;
    private final Scopes scopes;
    private final Matches matches = new Matches();
    private final Places places = new Places();
    private final FacetCounts facetCounts = new FacetCounts();
    private final Ranks ranks = new Ranks();
    private final Rows rows = new Rows();
    private final Meant meant = new Meant();

    LuceneSearch(Follower follower, Registered registered, Scopes scopes) {
        this.follower = follower;
        this.registered = registered;
        this.scopes = scopes;
    }

    @Override
    public Results find(SearchQuery asked, Reader reader) {
        return follower.read(searcher -> {
            Guard guard = guard(searcher, asked.types(), reader);
            SearchQuery query = guard.seen(asked);
            Query within = within(query, reader);
            if (query.text().isEmpty()) {
                return results(searcher, query, Question.list(within), guard);
            }
            Question strict = Question.strict(query.text(), within);
            return matches.of(searcher, strict.counted()).total() > 0
                    ? results(searcher, query, strict, guard)
                    : results(searcher, query, Question.loose(query.text(), within), guard);
        });
    }

    @Override
    public Map<String, List<FacetCount>> facets(SearchQuery query, Collection<String> paths, Reader reader) {
        return follower.read(searcher -> {
            Guard guard = guard(searcher, query.types(), reader);
            Query matching = matching(searcher, guard.seen(query), reader);
            Set<String> counting = new LinkedHashSet<>(paths);
            paths.forEach(path -> counting.add(guard.path(path)));
            Map<String, List<FacetCount>> counted =
                    facetCounts.count(searcher, matching, matches, counting, listed(types(query.types())));
            Map<String, List<FacetCount>> named = new LinkedHashMap<>();
            for (String path : paths) {
                List<FacetCount> all = counted.getOrDefault(path, List.of());
                named.put(
                        path,
                        guard.isGuarded(path)
                                ? guard.facet(all, counted.getOrDefault(guard.path(path), List.of()))
                                : all);
            }
            return named;
        });
    }

    @Override
    public Optional<Hit> document(String type, String id, Reader reader) {
        return Optional.ofNullable(documents(type, List.of(id), reader).get(id));
    }

    @Override
    public Map<String, Hit> documents(String type, Collection<String> ids, Reader reader) {
        Query readable = scopes.readable(Set.of(type), reader);
        return follower.read(searcher -> {
            Map<String, Hit> found = new HashMap<>();
            Hits hits = new Hits(searcher, guard(searcher, Set.of(type), reader));
            for (Map.Entry<String, Integer> doc :
                    new Lookup(searcher, readable).of(type, ids).entrySet()) {
                found.put(doc.getKey(), hits.of(doc.getValue(), type, doc.getKey()));
            }
            return found;
        });
    }

    @Override
    public List<Suggestion> suggest(String typed, Set<String> types, int limit, Reader reader) {
        if (Analysis.typed(typed).isEmpty()) {
            return List.of();
        }
        int most = Math.clamp(limit, 1, MOST_SUGGESTIONS);
        Query readable = scopes.readable(types, reader);
        return follower.read(searcher -> meant.of(searcher, typed, readable, most));
    }

    @Override
    public List<Reason> reasons(String text, String type, String id, Reader reader) {
        Query readable = scopes.readable(Set.of(type), reader);
        return follower.read(searcher -> {
            Integer doc = new Lookup(searcher, readable).of(type, List.of(id)).get(id);
            return doc == null ? List.<Reason>of() : Reasons.of(searcher, doc, text);
        });
    }

    @Override
    public Results reached(String type, Reader subject, Scope scope, int limit, Reader reader) {
        SearchQuery query = SearchQuery.list(type, Filter.everything(), List.of(), Page.first(limit))
                .summaries();
        Query within = Filters.all(List.of(Scopes.query(scope, type, subject), within(query, reader)));
        return follower.read(searcher -> {
            Guard guard = guard(searcher, query.types(), reader);
            return results(searcher, query, Question.list(within), guard);
        });
    }

    @Override
    public boolean follow(Duration patience) {
        return follower.await(patience);
    }

    @Override
    public IndexState state() {
        return follower.state();
    }

    @Override
    public void rebuild() {
        follower.rebuild();
    }

    private Results results(IndexSearcher searcher, SearchQuery query, Question question, Guard guard)
            throws IOException {
        Matches.Matched matched = matches.of(searcher, question.counted());
        int total = matched.total();
        Page page = query.page();
        if (page.limit() == 0 || total == 0) {
            return new Results(List.of(), total, total > page.offset(), question.loose());
        }
        boolean relevance = !query.text().isEmpty() && query.orders().isEmpty();
        Ordering ordering = new Ordering(searcher, ranks, query.orders(), relevance, listed(types(query.types())));
        Pages.Found found = rows.isWorth(searcher, ordering, page, matched)
                ? rows.page(searcher, ordering, page, matched.docs())
                : question.page(searcher, ordering, page, relevance);
        Snippets snippets =
                query.snippets() && !query.text().isEmpty() ? new Snippets(query.text(), question.loose()) : null;
        List<Hit> hits = new Hits(searcher, guard).of(found.docs(), ordering, query.whole(), snippets);
        return new Results(hits, total, found.more(), question.loose());
    }

    private Query matching(IndexSearcher searcher, SearchQuery query, Reader reader) throws IOException {
        Query within = within(query, reader);
        if (query.text().isEmpty()) {
            return within;
        }
        Query strict = Question.strict(query.text(), within).counted();
        return matches.of(searcher, strict).total() > 0
                ? strict
                : Question.loose(query.text(), within).counted();
    }

    private Query within(SearchQuery query, Reader reader) {
        List<Query> parts = new ArrayList<>();
        parts.add(scopes.readable(query.types(), reader));
        if (!query.filter().equals(Filter.everything())) {
            parts.add(Filters.query(query.filter(), types(query.types())));
        }
        for (Order order : query.orders()) {
            if (order.absent() == Order.Absent.LEFT_OUT) {
                parts.add(Filters.filled(order.path()));
            }
        }
        return Filters.all(parts);
    }

    private Guard guard(IndexSearcher searcher, Set<String> types, Reader reader) throws IOException {
        return Guard.of(searcher, types(types), reader, registered, scopes, matches, places);
    }

    private Set<String> types(Set<String> asked) {
        return asked.isEmpty() ? registered.types() : asked;
    }

    private Predicate<String> listed(Set<String> types) {
        return path -> registered.isListed(types, path);
    }
}
