package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.List;
import java.util.stream.Collectors;

/// What has to be true of a thing, as data: [rules][Rule], joined by all of, any of and not.
///
/// The tree is closed, so that whoever compiles it handles every case. Its form as JSON is [ConditionJson]'s.
public sealed interface Condition permits Condition.AllOf, Condition.AnyOf, Condition.Not, Rule {

    /// Whether the thing meets the condition for this reader. Costs no I/O.
    boolean holds(Reader reader, Thing thing);

    /// The condition in plain words that complete "where …": `its owner is you or one of your groups`.
    String words();

    /// The condition that every thing meets.
    static Condition always() {
        return AllOf.NONE;
    }

    /// A condition that holds where both do.
    static Condition both(Condition one, Condition other) {
        if (one.equals(always())) {
            return other;
        }
        return other.equals(always()) ? one : new AllOf(List.of(one, other));
    }

    /// Holds where every part holds; true for no parts.
    record AllOf(List<Condition> parts) implements Condition {

        private static final AllOf NONE = new AllOf(List.of());

        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Reader reader, Thing thing) {
            for (Condition part : parts) {
                if (!part.holds(reader, thing)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String words() {
            return parts.isEmpty() ? "it is anything at all" : joined(parts, " and ");
        }
    }

    /// Holds where at least one part holds; false for no parts.
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Reader reader, Thing thing) {
            for (Condition part : parts) {
                if (part.holds(reader, thing)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String words() {
            return parts.isEmpty() ? "it is nothing at all" : joined(parts, " or ");
        }
    }

    /// Holds where the part does not.
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Reader reader, Thing thing) {
            return !part.holds(reader, thing);
        }

        @Override
        public String words() {
            return part instanceof Rule rule ? rule.negated() : "it is not so that " + nested(part);
        }
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.stream().map(Condition::nested).collect(Collectors.joining(word));
    }

    private static String nested(Condition part) {
        boolean compound = (part instanceof AllOf(List<Condition> all) && all.size() > 1)
                || (part instanceof AnyOf(List<Condition> any) && any.size() > 1);
        return compound ? "(" + part.words() + ")" : part.words();
    }
}
