package dev.portico.catalog.internal.descriptor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;

/// The anchors of one document, and how much their aliases multiply.
///
/// Each anchor has a weight: how often, at the deepest, its content repeats others. Uses times weight is limited, so
/// that a few lines cannot grow without bounds.
final class Anchors {

    private final DescriptorLimits limits;
    private final Map<Anchor, Anchored> anchors = new HashMap<>(0);

    Anchors(DescriptorLimits limits) {
        this.limits = limits;
    }

    /// A value that can be repeated.
    static final class Anchored {
        private @Nullable Object value;
        private boolean complete;
        private int nodes = 1;
        private int uses;
        private int weight = 1;
    }

    void scalar(Anchor anchor, @Nullable Object value) {
        Anchored anchored = new Anchored();
        anchors.put(anchor, anchored);
        close(anchored, value, 1, 0);
    }

    /// Announces a map or list that is about to be read; null where it has no anchor.
    @Nullable
    Anchored open(Optional<Anchor> anchor) {
        if (anchor.isEmpty()) {
            return null;
        }
        Anchored anchored = new Anchored();
        anchors.put(anchor.get(), anchored);
        return anchored;
    }

    void close(@Nullable Anchored anchored, @Nullable Object value, int weight, int nodes) {
        if (anchored != null) {
            anchored.value = value;
            anchored.weight = weight;
            anchored.nodes = nodes + 1;
            anchored.complete = true;
        }
    }

    /// How many values the alias stands for.
    int sizeOf(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAlias());
        return anchored == null ? 0 : anchored.nodes;
    }

    /// The value that the alias repeats.
    ///
    /// @param nodes the values of the document so far, those of this alias included
    @Nullable
    Object use(AliasEvent alias, int nodes, long place) throws YamlFault {
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null || !anchored.complete) {
            throw SyntaxAdvice.alias(place, alias.getAlias().getValue(), anchored != null);
        }
        anchored.uses++;
        if (anchored.uses * (long) anchored.weight > limits.aliases()) {
            throw SyntaxAdvice.limit(place, "repeats too much by aliases", "aliases", limits.aliases());
        }
        if (nodes > limits.nodes()) {
            throw SyntaxAdvice.limit(place, "holds too many values", "nodes", limits.nodes());
        }
        return anchored.value;
    }

    /// How often, at the deepest, a value repeats others.
    int weight(Event event, @Nullable Object value) {
        if (event instanceof AliasEvent alias) {
            Anchored anchored = anchors.get(alias.getAlias());
            return anchored == null ? 0 : anchored.uses * anchored.weight;
        }
        return switch (value) {
            case YamlMap map -> map.weight;
            case YamlList list -> list.weight;
            case null, default -> 1;
        };
    }
}
