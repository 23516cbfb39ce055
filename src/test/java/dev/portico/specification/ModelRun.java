package dev.portico.specification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Asks the model and another API the same random requests, and tells where they differ.
///
/// Each request follows from the seed and its own number, so one that failed can be asked alone.
///
/// A thousand requests over a few hundred entities take some seconds.
public final class ModelRun {

    private final CatalogModel model;
    private final Vocabulary vocabulary;
    private final long seed;

    /// @param model over the very entities that the API serves
    /// @param seed of all the requests
    public ModelRun(CatalogModel model, long seed) {
        this(model, model, seed);
    }

    /// A run for a reader who may not see everything, with questions about everything: so it finds what leaks.
    ///
    /// @param seen over the entities that the reader may see
    /// @param all over all entities
    /// @param seed of all the requests
    public ModelRun(CatalogModel seen, CatalogModel all, long seed) {
        this.model = seen;
        this.vocabulary = Vocabulary.of(all.entities());
        this.seed = seed;
    }

    /// How often each kind of request was asked with what status, and what differed.
    public record Outcome(Map<Request.Kind, Map<Integer, Integer>> asked, List<Difference> differences) {}

    /// A model of the entities as they are served by `/entities` to a reader, taken from there.
    public static ModelRun over(ReadApi api, LongValues longValues, long seed) {
        List<JsonNode> entities = new ArrayList<>();
        Json.parse(api.get("/entities").body()).forEach(entities::add);
        return new ModelRun(new CatalogModel(entities, longValues), seed);
    }

    /// Asks so many requests, and goes on after a difference.
    public Outcome ask(ReadApi api, int count) {
        Map<Request.Kind, Map<Integer, Integer>> asked = new EnumMap<>(Request.Kind.class);
        List<Difference> differences = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Request request = request(number);
            Walk expected = Walk.of(request, model);
            int status = expected.steps().getFirst().answer().status();
            asked.computeIfAbsent(request.kind(), any -> new TreeMap<>()).merge(status, 1, Integer::sum);
            differences.addAll(compare(request, expected, Walk.of(request, api)));
        }
        return new Outcome(asked, differences);
    }

    /// Asks every request that must be refused.
    public List<Difference> refusals(ReadApi api) {
        List<Difference> differences = new ArrayList<>();
        for (Request request : RandomRefusals.all()) {
            differences.addAll(compare(request, Walk.of(request, model), Walk.of(request, api)));
        }
        return differences;
    }

    /// The request with a number.
    public Request request(int number) {
        return new RandomRequests(seed * 1_000_003 + number, vocabulary).next();
    }

    private List<Difference> compare(Request request, Walk expected, Walk actual) {
        return Comparison.of(request, model, expected, actual);
    }
}
