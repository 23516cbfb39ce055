package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.List;

/// A rule about a thing, as data. The tree is closed, so that whoever compiles it handles every case.
public sealed interface Condition {

    /// Whether the thing meets the condition for this reader. Costs no I/O.
    boolean holds(Reader reader, Thing thing);

    /// Holds where every part holds; true for no parts.
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Reader reader, Thing thing) {
            return parts.stream().allMatch(part -> part.holds(reader, thing));
        }
    }

    /// Holds where at least one part holds; false for no parts.
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Reader reader, Thing thing) {
            return parts.stream().anyMatch(part -> part.holds(reader, thing));
        }
    }

    /// Holds where the part does not.
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Reader reader, Thing thing) {
            return !part.holds(reader, thing);
        }
    }

    /// Holds where the reader, or one of the reader's groups, owns the thing.
    record OwnerIsMine() implements Condition {
        @Override
        public boolean holds(Reader reader, Thing thing) {
            return thing.values("relations.ownedBy").stream()
                    .map(dev.portico.kernel.EntityRef::parse)
                    .anyMatch(reader::owns);
        }
    }

    /// Holds where the thing carries the label with exactly this value.
    record LabelHas(String label, String value) implements Condition {
        @Override
        public boolean holds(Reader reader, Thing thing) {
            return thing.values("metadata.labels." + label).contains(value);
        }
    }
}
