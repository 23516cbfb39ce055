package dev.portico.catalog;

import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What of the relations to walk, and from where.
///
/// @param root      where the walk begins; of a system or domain, everything within it begins with it
/// @param depth     how many relations to follow, 1 to 6, or [#UNLIMITED]
/// @param kinds     the kinds that are walked and shown, in any case; empty for all. The root is always there
/// @param relations the relations to follow; empty for what suits the root's kind
/// @param direction whether to walk to what depends on the root, to what it depends on, or both ways
/// @param rollUp    what entities are gathered into, once the walk is done
public record GraphQuery(
        EntityRef root, int depth, Set<String> kinds, Set<RelationType> relations, Direction direction, RollUp rollUp) {

    /// The depth of a walk that ends where there is nothing more to find.
    public static final int UNLIMITED = 0;

    /// The greatest depth that has an end.
    public static final int DEEPEST = 6;

    /// Which way to walk.
    public enum Direction {
        /// To what depends on the root, directly or not.
        IN,
        /// To what the root depends on, directly or not.
        OUT,
        /// Both of these, without turning round on the way.
        BOTH
    }

    /// What entities are gathered into.
    public enum RollUp {
        NONE,
        SYSTEM,
        DOMAIN
    }

    public GraphQuery {
        if (depth < UNLIMITED || depth > DEEPEST) {
            throw new Refusal.InvalidInput(
                    "graph-depth", "The depth " + depth + " is none of 1 to 6, or 0 for no limit");
        }
        Set<String> lowered = new TreeSet<>();
        kinds.forEach(kind -> lowered.add(kind.toLowerCase(Locale.ROOT)));
        kinds = Set.copyOf(lowered);
        relations = Set.copyOf(relations);
    }

    /// Everything that depends on an entity, however far away: what may break when it changes.
    public static GraphQuery blastRadius(EntityRef root) {
        return new GraphQuery(root, UNLIMITED, Set.of(), Set.of(), Direction.IN, RollUp.NONE);
    }
}
