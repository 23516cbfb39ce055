package dev.portico.catalog.internal.graph;

import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.GraphEdge;
import dev.portico.catalog.GraphNode;
import dev.portico.catalog.GraphQuery.RollUp;
import dev.portico.catalog.RelationType;
import dev.portico.catalog.internal.store.DependencyQueries;
import dev.portico.catalog.internal.store.DependencyQueries.Dependency;
import dev.portico.kernel.EntityRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Puts entities into their systems, or systems into their domains. What belongs to none stands for itself.
///
/// An entity is gathered by what it says itself, so that a system that may not be read tells nothing.
final class Gathering {

    private final Map<EntityRef, EntityRef> into;
    private final ReadableEntities readable;

    private Gathering(Map<EntityRef, EntityRef> into, ReadableEntities readable) {
        this.into = into;
        this.readable = readable;
    }

    static Gathering of(List<GraphNode> nodes, RollUp rollUp, DependencyQueries steps, ReadableEntities readable) {
        Map<EntityRef, EntityRef> into = new HashMap<>();
        for (GraphNode node : nodes) {
            EntitySummary entity = node.entity();
            EntityRef system = entity == null ? null : entity.system();
            into.put(node.ref(), system == null ? node.ref() : system);
        }
        readable.ask(into.values());
        Gathering systems = new Gathering(into, readable);
        return rollUp == RollUp.DOMAIN ? systems.intoDomains(steps) : systems;
    }

    private Gathering intoDomains(DependencyQueries steps) {
        Set<EntityRef> systems = new HashSet<>(into.values());
        systems.removeIf(
                ref -> !ref.kind().equals("system") || readable.entity(ref).isEmpty());
        Map<EntityRef, EntityRef> domains = new HashMap<>();
        for (Dependency step : steps.from(systems, Set.of(RelationType.PART_OF))) {
            boolean stated = step.statedBy().equals(step.dependent());
            if (stated && step.dependency().kind().equals("domain")) {
                domains.putIfAbsent(step.dependent(), step.dependency());
            }
        }
        readable.ask(domains.values());
        into.replaceAll((ref, system) -> domains.getOrDefault(system, system));
        return this;
    }

    /// What an entity was put into.
    EntityRef of(EntityRef ref) {
        return into.getOrDefault(ref, ref);
    }

    /// A node for each of what entities were put into, as near as the nearest of them.
    List<GraphNode> nodes(List<GraphNode> found) {
        Map<EntityRef, GraphNode> gathered = new LinkedHashMap<>();
        for (GraphNode node : found) {
            EntityRef whole = of(node.ref());
            int entities = whole.equals(node.ref()) ? 0 : 1;
            gathered.merge(
                    whole,
                    new GraphNode(whole, readable.entity(whole).orElse(null), node.distance(), entities),
                    Gathering::joined);
        }
        return List.copyOf(gathered.values());
    }

    private static GraphNode joined(GraphNode one, GraphNode other) {
        boolean nearer = Math.abs(other.distance()) < Math.abs(one.distance());
        int distance = nearer ? other.distance() : one.distance();
        return new GraphNode(one.ref(), one.entity(), distance, one.entities() + other.entities());
    }

    /// The edges between different nodes, merged, with how many relations each stands for.
    List<GraphEdge> edges(List<GraphEdge> found) {
        Map<List<EntityRef>, GraphEdge> merged = new TreeMap<>(Pairs.ORDER);
        for (GraphEdge edge : found) {
            EntityRef from = of(edge.from());
            EntityRef to = of(edge.to());
            if (!from.equals(to)) {
                merged.merge(List.of(from, to), new GraphEdge(from, to, edge.types(), edge.count()), Gathering::joined);
            }
        }
        return new ArrayList<>(merged.values());
    }

    private static GraphEdge joined(GraphEdge one, GraphEdge other) {
        Set<RelationType> types = EnumSet.copyOf(one.types());
        types.addAll(other.types());
        return new GraphEdge(one.from(), one.to(), types, one.count() + other.count());
    }
}
