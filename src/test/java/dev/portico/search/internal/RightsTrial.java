package dev.portico.search.internal;

import dev.portico.catalog.CatalogPermissions;
import dev.portico.kernel.Reader;
import dev.portico.search.FacetCount;
import dev.portico.search.Filter;
import dev.portico.search.Hit;
import dev.portico.search.Page;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import dev.portico.search.Snippet;
import dev.portico.search.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Asks random questions in the names of readers, and hears in the answers whatever a reader may not know.
final class RightsTrial {

    private static final int MOST_FINDINGS = 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Search search;
    private final Filter here;
    private final RandomQuestions questions;
    private final List<String> refs;
    private final List<Asker> askers;
    private final Random random;
    private final List<String> findings = new ArrayList<>();
    private long answers;

    /// @param here what every question is limited to
    /// @param refs the entities asked about
    RightsTrial(
            Search search, Filter here, RandomQuestions questions, Set<String> refs, List<Asker> askers, long seed) {
        this.search = search;
        this.here = here;
        this.questions = questions;
        this.refs = List.copyOf(refs);
        this.askers = askers;
        this.random = new Random(seed);
    }

    /// What was heard that may not be; the first few.
    List<String> ask(int count) {
        for (int number = 0; number < count && findings.size() < MOST_FINDINGS; number++) {
            RandomQuestions.Question question = questions.question();
            String text = questions.text();
            for (Asker asker : askers) {
                filtered(question, asker);
                worded(text, asker);
                suggested(text, asker);
                lookedUp(text, asker);
            }
        }
        return findings;
    }

    /// How many answers were looked at.
    long answers() {
        return answers;
    }

    private void filtered(RandomQuestions.Question question, Asker asker) {
        Set<String> expected = questions.matching(question, asker.visible());
        expected.retainAll(asker.visible());
        Filter filter = new Filter.All(List.of(here, question.filter()));
        SearchQuery whole =
                SearchQuery.list(CatalogPermissions.ENTITY, filter, questions.orders(), Page.first(Page.MOST));
        Results results = search.find(whole, asker.reader());
        List<String> found = results.hits().stream().map(Hit::id).toList();
        equal("hits", new TreeSet<>(found), expected, question, asker);
        equal("total", results.total(), (long) expected.size(), question, asker);
        Page page = Page.from(random.nextInt(expected.size() + 2), random.nextInt(5));
        Results part =
                search.find(SearchQuery.list(CatalogPermissions.ENTITY, filter, whole.orders(), page), asker.reader());
        int from = Math.min(found.size(), page.offset());
        equal(
                "page",
                part.hits().stream().map(Hit::id).toList(),
                found.subList(from, Math.min(found.size(), from + page.limit())),
                question,
                asker);
        equal("total of a page", part.total(), (long) expected.size(), question, asker);
        facets(SearchQuery.list(CatalogPermissions.ENTITY, filter, List.of(), Page.first(0)), expected, asker);
    }

    private void worded(String text, Asker asker) {
        SearchQuery query = new SearchQuery(Set.of(), here, text, List.of(), Page.first(Page.MOST), true);
        Results results = search.find(query, asker.reader());
        Set<String> found = new TreeSet<>();
        for (Hit hit : results.hits()) {
            found.add(hit.id());
            String json = JSON.readTree(hit.json().bytes()).toString();
            for (Snippet snippet : hit.snippets()) {
                String passage =
                        snippet.parts().stream().map(Snippet.Part::text).collect(Collectors.joining());
                String quoted = JSON.writeValueAsString(passage);
                if (!Names.lower(json).contains(Names.lower(quoted.substring(1, quoted.length() - 1)))) {
                    heard("a snippet that is not of its entity: " + passage + " in " + hit.id(), text, asker);
                }
            }
        }
        subset("hits by words", found, text, asker);
        equal("total by words", results.total(), (long) found.size(), text, asker);
        facets(query, found, asker);
    }

    private void suggested(String text, Asker asker) {
        Set<String> suggested = search.suggest(text, Set.of(), 1 + random.nextInt(50), asker.reader()).stream()
                .map(Suggestion::id)
                .collect(Collectors.toSet());
        subset("suggestions", suggested, text, asker);
        String ref = refs.get(random.nextInt(refs.size()));
        Set<String> named = search
                .suggest(ref.substring(ref.indexOf('/') + 1), Set.of(CatalogPermissions.ENTITY), 50, asker.reader())
                .stream()
                .map(Suggestion::id)
                .collect(Collectors.toSet());
        subset("suggestions of a name", named, ref, asker);
        equal("suggestion of its name", named.contains(ref), asker.visible().contains(ref), ref, asker);
    }

    private void lookedUp(String text, Asker asker) {
        Set<String> asked = new HashSet<>();
        for (int number = 0; number < 8; number++) {
            asked.add(refs.get(random.nextInt(refs.size())));
        }
        Set<String> expected = new TreeSet<>(asked);
        expected.retainAll(asker.visible());
        Map<String, Hit> found = search.documents(CatalogPermissions.ENTITY, asked, asker.reader());
        equal("documents by id", new TreeSet<>(found.keySet()), expected, asked, asker);
        Results byIds = search.find(
                SearchQuery.list(CatalogPermissions.ENTITY, new Filter.Ids(asked), List.of(), Page.first(10)),
                asker.reader());
        equal("hits by id", byIds.total(), (long) expected.size(), asked, asker);
        String ref = asked.iterator().next();
        boolean visible = asker.visible().contains(ref);
        Reader reader = asker.reader();
        equal(
                "document",
                search.document(CatalogPermissions.ENTITY, ref, reader).isPresent(),
                visible,
                ref,
                asker);
        String name = ref.substring(ref.indexOf('/') + 1);
        boolean explained =
                !search.reasons(name, CatalogPermissions.ENTITY, ref, reader).isEmpty();
        equal("reasons for its name", explained, visible, ref, asker);
        if (!visible
                && !search.reasons(text, CatalogPermissions.ENTITY, ref, reader).isEmpty()) {
            heard("reasons", text + " " + ref, asker);
        }
    }

    private void facets(SearchQuery query, Set<String> expected, Asker asker) {
        Collection<String> paths = questions.paths();
        Map<String, List<FacetCount>> facets = search.facets(query, paths, asker.reader());
        for (String path : paths) {
            Map<String, Long> counts = new TreeMap<>();
            facets.getOrDefault(path, List.of()).forEach(count -> counts.put(count.value(), count.count()));
            equal("facet " + path, counts, questions.counts(path, expected, asker.visible()), query, asker);
        }
    }

    private void subset(String what, Set<String> found, Object question, Asker asker) {
        answers++;
        Set<String> forbidden = new TreeSet<>(found);
        forbidden.removeAll(asker.visible());
        if (!forbidden.isEmpty()) {
            heard(what + ": " + forbidden, question, asker);
        }
    }

    private <T> void equal(String what, T found, T expected, Object question, Asker asker) {
        answers++;
        if (!found.equals(expected)) {
            heard(what + ": " + found + " instead of " + expected, question, asker);
        }
    }

    private void heard(String what, Object question, Asker asker) {
        findings.add(asker.reader().subject() + " hears " + what + " when asking " + question);
    }
}
