package dev.portico.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.access.Access;
import dev.portico.access.Decision;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Permission;
import dev.portico.access.Scope;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import dev.portico.search.FacetCount;
import dev.portico.search.Hit;
import dev.portico.search.IndexState;
import dev.portico.search.Page;
import dev.portico.search.Reason;
import dev.portico.search.Results;
import dev.portico.search.Search;
import dev.portico.search.SearchQuery;
import dev.portico.search.Suggestion;
import dev.portico.specification.CatalogModel;
import dev.portico.specification.Condition;
import dev.portico.specification.LongValues;
import dev.portico.specification.Policy;
import dev.portico.specification.RightsOracle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Promise: in no answer of search is there anything of what the reader may not read: no hit, total, facet value,
/// count, suggestion, snippet, reason or document. Held against an oracle that knows nothing of search.
@PorticoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchRightsTest {

    private static final long SEED = Long.getLong("portico.search.seed", 20261122);
    private static final int QUESTIONS =
            Integer.getInteger("portico.search.questions", Boolean.getBoolean("portico.long") ? 10_000 : 100);
    private static final int READERS = 20;

    @Autowired
    private Sources sources;

    @Autowired
    private Registered registered;

    @Autowired
    private Follower follower;

    @Autowired
    private Access access;

    private OddCompany company;
    private Set<String> refs;
    private RightsOracle oracle;
    private List<JsonNode> served = List.of();
    private Map<String, CatalogModel> single = new HashMap<>();
    private List<Asker> askers = new ArrayList<>();
    private Search search;

    @BeforeAll
    void fill() {
        company = new OddCompany(sources, registered);
        company.push(SEED, 250);
        List<JsonNode> all = company.stored().stream().map(OddCompany::parsed).toList();
        List<JsonNode> here = all.stream()
                .filter(entity -> company.isHere(RandomQuestions.ref(entity)))
                .toList();
        refs = here.stream().map(RandomQuestions::ref).collect(Collectors.toCollection(TreeSet::new));
        oracle = new RightsOracle(all, new Policy(List.of(), Map.of()));
        served = here;
        here.forEach(
                entity -> single.put(RandomQuestions.ref(entity), new CatalogModel(List.of(entity), LongValues.SEEN)));
        askers = readers();
        search = new LuceneSearch(follower, registered, new Scopes(new Rights(askers), registered));
    }

    @AfterAll
    void empty() {
        company.remove();
    }

    @Test
    void no_answer_holds_what_its_reader_may_not_read() {
        assertThat(refs).hasSizeGreaterThan(200);
        assertThat(askers).hasSize(READERS);
        RightsTrial trial = trial(search);
        assertThat(trial.ask(QUESTIONS)).isEmpty();
        assertThat(trial.answers()).isGreaterThan((long) QUESTIONS * READERS * 10);
    }

    /// The trial is worth something: it hears of every place where rights were left out.
    @ParameterizedTest
    @EnumSource
    void a_leak_is_heard(Leak leak) {
        assertThat(trial(new Leaky(leak)).ask(20))
                .anySatisfy(finding -> assertThat(finding).contains(leak.heard));
    }

    @Test
    void conditions_mean_the_same_to_the_index_and_to_the_oracle() {
        Random random = new Random(SEED);
        SearchQuery everything = new SearchQuery(Set.of(), company.here(), "", List.of(), Page.first(1_000), false);
        Set<Integer> sizes = new TreeSet<>();
        for (int number = 0; number < QUESTIONS; number++) {
            Asker asker = random(random, "reader-" + number);
            Rights rights = new Rights(List.of(asker));
            Results results = new LuceneSearch(follower, registered, new Scopes(rights, registered))
                    .find(everything, asker.reader());
            Set<String> expected = new TreeSet<>(asker.visible());
            expected.retainAll(refs);
            Set<String> found = results.hits().stream().map(Hit::id).collect(Collectors.toSet());
            assertThat(found).as("%s for %s", asker.condition(), asker.reader()).isEqualTo(expected);
            sizes.add(expected.size());
        }
        assertThat(sizes).as("trees that differ").hasSizeGreaterThan(10);
    }

    private RightsTrial trial(Search asked) {
        return new RightsTrial(asked, company.here(), new RandomQuestions(served, single, SEED), refs, askers, SEED);
    }

    /// A few readers by the built-in roles, and others with trees of conditions.
    private List<Asker> readers() {
        Random random = new Random(SEED);
        Condition all = new Condition.All(List.of());
        Condition none = new Condition.Any(List.of());
        Condition labelled = new Condition.LabelHas("portico.dev/visibility", Set.of("public"));
        List<Asker> readers = new ArrayList<>(List.of(
                byRole(OddCompany.ADMIN, all),
                byRole(Reader.anonymous(), none),
                byRole(Asker.stranger("guest", Set.of("guest"), null), labelled),
                byRole(Asker.stranger("guest with a token", Set.of("guest"), Set.of("catalog.*")), labelled),
                byRole(Asker.stranger("engineer", Set.of("engineer"), null), all),
                byRole(Asker.stranger("token", Set.of("engineer"), Set.of("catalog.source.read")), none)));
        while (readers.size() < READERS) {
            readers.add(random(random, "reader-" + readers.size()));
        }
        return readers;
    }

    private Asker byRole(Reader reader, Condition meaning) {
        return new Asker(reader, null, oracle.matching("nobody", meaning));
    }

    private Asker random(Random random, String name) {
        List<String> users =
                refs.stream().filter(ref -> ref.startsWith("user:")).toList();
        String user = users.get(random.nextInt(users.size()));
        Condition condition = Asker.tree(random, 3);
        Reader reader = Asker.user(name, user, oracle.identities(user), Set.of());
        return new Asker(reader, Asker.portal(condition), oracle.matching(user, condition));
    }

    /// Gives some readers a condition, and all others what their roles do.
    private final class Rights implements Access {

        private final Map<String, dev.portico.access.Condition> conditions = new HashMap<>();

        Rights(List<Asker> askers) {
            for (Asker asker : askers) {
                dev.portico.access.Condition condition = asker.condition();
                if (condition != null) {
                    conditions.put(asker.reader().subject(), condition);
                }
            }
        }

        @Override
        public Scope scope(Reader reader, Permission permission) {
            dev.portico.access.Condition condition = conditions.get(reader.subject());
            return condition == null ? access.scope(reader, permission) : new Scope.Where(condition);
        }

        @Override
        public List<HeldRole> roles(Reader reader) {
            return access.roles(reader);
        }

        @Override
        public Decision decide(Reader reader, Permission permission, Thing thing) {
            return access.decide(reader, permission, thing);
        }

        @Override
        public Decision decide(Reader reader, Permission permission) {
            return access.decide(reader, permission);
        }
    }

    /// Where rights may be left out, and what is then heard.
    enum Leak {
        HITS("hits"),
        TOTAL("total"),
        FACETS("facet"),
        SUGGESTIONS("suggestions"),
        DOCUMENTS("documents by id"),
        DOCUMENT("document: "),
        REASONS("reasons");

        private final String heard;

        Leak(String heard) {
            this.heard = heard;
        }
    }

    /// Search that asks in the name of the admin in one place.
    private final class Leaky implements Search {

        private final Leak leak;

        Leaky(Leak leak) {
            this.leak = leak;
        }

        private Reader who(Leak place, Reader reader) {
            return leak == place ? OddCompany.ADMIN : reader;
        }

        @Override
        public Results find(SearchQuery query, Reader reader) {
            Results right = search.find(query, who(Leak.HITS, reader));
            long total = search.find(query, who(Leak.TOTAL, reader)).total();
            return new Results(right.hits(), leak == Leak.TOTAL ? total : right.total(), right.more(), right.loose());
        }

        @Override
        public Map<String, List<FacetCount>> facets(SearchQuery query, Collection<String> paths, Reader reader) {
            return search.facets(query, paths, who(Leak.FACETS, reader));
        }

        @Override
        public Optional<Hit> document(String type, String id, Reader reader) {
            return search.document(type, id, who(Leak.DOCUMENT, reader));
        }

        @Override
        public Map<String, Hit> documents(String type, Collection<String> ids, Reader reader) {
            return search.documents(type, ids, who(Leak.DOCUMENTS, reader));
        }

        @Override
        public List<Suggestion> suggest(String typed, Set<String> types, int limit, Reader reader) {
            return search.suggest(typed, types, limit, who(Leak.SUGGESTIONS, reader));
        }

        @Override
        public List<Reason> reasons(String text, String type, String id, Reader reader) {
            return search.reasons(text, type, id, who(Leak.REASONS, reader));
        }

        @Override
        public Results reached(String type, Reader subject, Scope scope, int limit, Reader reader) {
            return search.reached(type, subject, scope, limit, reader);
        }

        @Override
        public boolean follow(Duration patience) {
            return search.follow(patience);
        }

        @Override
        public IndexState state() {
            return search.state();
        }

        @Override
        public void rebuild() {
            search.rebuild();
        }
    }
}
