package dev.portico.access;

import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A rule about a thing, as data. The tree is closed, so that whoever compiles it handles every case.
public sealed interface Condition {

    /// Whether the thing meets the condition for this reader. Costs no I/O.
    boolean holds(Reader reader, Thing thing);

    /// The condition in plain words that complete "where …": `its owner is you or one of your groups`.
    String words();

    /// The condition that every thing meets.
    static Condition always() {
        return new AllOf(List.of());
    }

    /// Holds where every part holds; true for no parts.
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Reader reader, Thing thing) {
            return parts.stream().allMatch(part -> part.holds(reader, thing));
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
            return parts.stream().anyMatch(part -> part.holds(reader, thing));
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
            return "it is not so that " + nested(part);
        }
    }

    /// Holds where the reader, or one of the reader's groups, owns the thing.
    record OwnerIsMine() implements Condition {
        @Override
        public boolean holds(Reader reader, Thing thing) {
            List<String> mine = Stream.concat(reader.userEntity().stream(), reader.groups().stream())
                    .map(EntityRef::toString)
                    .toList();
            return !mine.isEmpty() && thing.values("relations.ownedBy").stream().anyMatch(mine::contains);
        }

        @Override
        public String words() {
            return "its owner is you or one of your groups";
        }
    }

    /// Holds where the thing carries the label with exactly this value.
    record LabelHas(String label, String value) implements Condition {
        @Override
        public boolean holds(Reader reader, Thing thing) {
            return thing.values("metadata.labels." + label).contains(value);
        }

        @Override
        public String words() {
            return "its label " + label + " is " + value;
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
