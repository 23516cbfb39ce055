package dev.portico.catalog.internal.graph;

import dev.portico.catalog.BlastRadius;
import dev.portico.catalog.BlastRadius.KindCount;
import dev.portico.catalog.BlastRadius.OwnerCount;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Graph;
import dev.portico.catalog.GraphNode;
import dev.portico.catalog.internal.find.EntityLists;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Counts what depends on a root.
@Component
public final class BlastRadii {

    private final EntityLists lists;

    BlastRadii(EntityLists lists) {
        this.lists = lists;
    }

    /// What is not in the catalog, or may not be read, is not counted.
    public BlastRadius of(Graph graph, Reader reader) {
        List<GraphNode> touched = graph.nodes().stream()
                .filter(node -> node.distance() < 0 && node.entity() != null)
                .toList();
        List<EntitySummary> entities =
                touched.stream().map(GraphNode::entity).filter(Objects::nonNull).toList();
        return new BlastRadius(
                touched.size(), layers(touched), kinds(entities), owners(entities, reader), graph.more());
    }

    private static List<Integer> layers(List<GraphNode> touched) {
        Map<Integer, Integer> layers = new TreeMap<>();
        touched.forEach(node -> layers.merge(-node.distance(), 1, Integer::sum));
        return List.copyOf(layers.values());
    }

    private static List<KindCount> kinds(List<EntitySummary> entities) {
        Map<String, Long> counts = counted(entities, EntitySummary::kind);
        return counts.entrySet().stream()
                .map(count -> new KindCount(count.getKey(), Math.toIntExact(count.getValue())))
                .sorted(Comparator.comparingInt(KindCount::count).reversed().thenComparing(KindCount::kind))
                .toList();
    }

    private List<OwnerCount> owners(List<EntitySummary> entities, Reader reader) {
        List<EntitySummary> owned =
                entities.stream().filter(entity -> entity.owner() != null).toList();
        Map<EntityRef, Long> counts = counted(owned, entity -> Objects.requireNonNull(entity.owner()));
        Map<EntityRef, EntitySummary> known = lists.byRefs(counts.keySet(), reader);
        return counts.entrySet().stream()
                .map(count -> {
                    EntitySummary owner = known.get(count.getKey());
                    String label = owner == null ? count.getKey().name() : owner.label();
                    return new OwnerCount(count.getKey(), label, Math.toIntExact(count.getValue()));
                })
                .sorted(Comparator.comparingInt(OwnerCount::count).reversed().thenComparing(OwnerCount::owner))
                .toList();
    }

    private static <K extends Comparable<K>> Map<K, Long> counted(
            List<EntitySummary> entities, Function<EntitySummary, K> by) {
        return entities.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
}
