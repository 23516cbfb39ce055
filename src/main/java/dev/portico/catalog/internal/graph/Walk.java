package dev.portico.catalog.internal.graph;

import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.GraphEdge;
import dev.portico.catalog.GraphNode;
import dev.portico.catalog.GraphQuery;
import dev.portico.catalog.GraphQuery.Direction;
import dev.portico.catalog.RelationType;
import dev.portico.catalog.internal.store.DependencyQueries;
import dev.portico.catalog.internal.store.DependencyQueries.Dependency;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/// One walk over relations, breadth first, through what may be read.
///
/// An end that may not be read becomes a node where the entity at the other end states the relation itself, and is not
/// walked through. Relations that it states about others are not seen.
final class Walk {

    private static final int PART = 1_000;
    private static final Set<RelationType> WITHIN = Set.of(RelationType.PART_OF);

    private final DependencyQueries steps;
    private final ReadableEntities readable;
    private final GraphQuery query;
    private final Set<RelationType> types;
    private final int most;
    private final IntConsumer told;

    private final Set<EntityRef> seeds = new LinkedHashSet<>();
    private final Map<EntityRef, GraphNode> nodes = new LinkedHashMap<>();
    private boolean more;

    Walk(
            DependencyQueries steps,
            ReadableEntities readable,
            GraphQuery query,
            Set<RelationType> types,
            int most,
            IntConsumer told) {
        this.steps = steps;
        this.readable = readable;
        this.query = query;
        this.types = types;
        this.most = most;
        this.told = told;
    }

    void go() {
        if (readable.entity(query.root()).isEmpty()) {
            throw new Refusal.NotFound(
                    "entity-unknown",
                    "The catalog holds no " + query.root() + ", or none of your roles lets you read it.");
        }
        seed();
        if (query.direction() != Direction.OUT) {
            walk(true);
        }
        if (query.direction() != Direction.IN) {
            walk(false);
        }
    }

    /// What was found, each entity once.
    List<GraphNode> nodes() {
        return List.copyOf(nodes.values());
    }

    /// Whether there was more to be found.
    boolean more() {
        return more;
    }

    /// Of a system or domain, what lies within it belongs to it.
    private void seed() {
        place(query.root(), 0);
        seeds.add(query.root());
        boolean holds =
                query.root().kind().equals("system") || query.root().kind().equals("domain");
        Set<EntityRef> edge = holds ? Set.of(query.root()) : Set.of();
        while (!edge.isEmpty() && !more) {
            Set<EntityRef> parts = new LinkedHashSet<>();
            for (Dependency step : read(edge, true, WITHIN)) {
                EntityRef part = step.dependent();
                if (readable.entity(part).isPresent() && !seeds.contains(part) && place(part, 0)) {
                    seeds.add(part);
                    parts.add(part);
                }
            }
            edge = parts;
        }
    }

    private void walk(boolean inward) {
        Set<EntityRef> visited = new HashSet<>(seeds);
        Set<EntityRef> edge = seeds;
        int last = query.depth() == GraphQuery.UNLIMITED ? Integer.MAX_VALUE : query.depth();
        for (int distance = 1; distance <= last && !edge.isEmpty() && !more; distance++) {
            Set<EntityRef> next = new LinkedHashSet<>();
            for (Dependency step : read(edge, inward, types)) {
                EntityRef near = inward ? step.dependency() : step.dependent();
                EntityRef far = inward ? step.dependent() : step.dependency();
                boolean known = readable.entity(far).isPresent();
                boolean fits = fits(far) && (known || step.statedBy().equals(near)) && !visited.contains(far);
                if (fits && place(far, inward ? -distance : distance)) {
                    visited.add(far);
                    if (known) {
                        next.add(far);
                    }
                }
            }
            edge = next;
            told.accept(nodes.size());
        }
    }

    private boolean fits(EntityRef ref) {
        return query.kinds().isEmpty() || query.kinds().contains(ref.kind());
    }

    /// Whether there is a node for it now, at this distance or nearer.
    private boolean place(EntityRef ref, int distance) {
        GraphNode held = nodes.get(ref);
        if (held == null && nodes.size() == most) {
            more = true;
            return false;
        }
        if (held == null || Math.abs(distance) < Math.abs(held.distance())) {
            EntitySummary entity = readable.entity(ref).orElse(null);
            nodes.put(ref, new GraphNode(ref, entity, distance, 0));
        }
        return true;
    }

    /// The steps to or from these, the readable ones of the other ends asked for already.
    private List<Dependency> read(Collection<EntityRef> refs, boolean inward, Set<RelationType> followed) {
        List<Dependency> read = new ArrayList<>();
        List<EntityRef> all = List.copyOf(refs);
        for (int from = 0; from < all.size(); from += PART) {
            List<EntityRef> part = all.subList(from, Math.min(from + PART, all.size()));
            List<Dependency> found = inward ? steps.to(part, followed) : steps.from(part, followed);
            Set<EntityRef> ends = new HashSet<>();
            for (Dependency step : found) {
                EntityRef far = inward ? step.dependent() : step.dependency();
                if (fits(far) || followed.equals(WITHIN)) {
                    ends.add(far);
                }
            }
            readable.ask(ends);
            read.addAll(found);
            if (nodes.size() + read.size() > most * 8L) {
                break;
            }
        }
        return read;
    }

    /// The relations between what was found, also those that the walk did not take.
    List<GraphEdge> edges() {
        List<EntityRef> known = nodes.values().stream()
                .filter(node -> node.entity() != null)
                .map(GraphNode::ref)
                .toList();
        Map<List<EntityRef>, Set<RelationType>> found = new TreeMap<>(Pairs.ORDER);
        for (int from = 0; from < known.size(); from += PART) {
            List<EntityRef> part = known.subList(from, Math.min(from + PART, known.size()));
            steps.from(part, types).forEach(step -> add(step, step.dependent(), step.dependency(), found));
            steps.to(part, types).forEach(step -> add(step, step.dependency(), step.dependent(), found));
        }
        if (seeds.size() > 1) {
            steps.to(seeds, WITHIN).stream()
                    .filter(step -> seeds.contains(step.dependent()))
                    .forEach(step -> add(step, step.dependency(), step.dependent(), found));
        }
        List<GraphEdge> edges = new ArrayList<>();
        found.forEach((ends, by) -> edges.add(new GraphEdge(ends.getFirst(), ends.getLast(), by, by.size())));
        return edges;
    }

    private void add(Dependency step, EntityRef near, EntityRef far, Map<List<EntityRef>, Set<RelationType>> found) {
        GraphNode other = nodes.get(far);
        boolean seen =
                other != null && (other.entity() != null || step.statedBy().equals(near));
        if (seen && !near.equals(far)) {
            found.computeIfAbsent(List.of(step.dependent(), step.dependency()), ends -> new HashSet<>())
                    .add(step.type());
        }
    }
}
