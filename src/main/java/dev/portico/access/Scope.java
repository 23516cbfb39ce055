package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;

/// What of a resource type a reader may act on: everything, nothing, or what meets a condition.
public sealed interface Scope {

    /// Whether the thing is within the scope of this reader. Costs no I/O.
    boolean holds(Reader reader, Thing thing);

    /// Everything, without a condition.
    record All() implements Scope {
        @Override
        public boolean holds(Reader reader, Thing thing) {
            return true;
        }
    }

    /// Nothing.
    record None() implements Scope {
        @Override
        public boolean holds(Reader reader, Thing thing) {
            return false;
        }
    }

    /// What meets the condition for this reader.
    record Where(Condition condition) implements Scope {
        @Override
        public boolean holds(Reader reader, Thing thing) {
            return condition.holds(reader, thing);
        }
    }
}
