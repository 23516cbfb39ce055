package dev.portico.access.ui.condition;

import dev.portico.access.Condition;
import dev.portico.access.Rule;
import java.util.List;

/// How the parts of a group count together. `Not` over several parts means that none of them holds.
enum Joint {
    ALL("All of"),
    ANY("Any of"),
    NOT("Not");

    private final String words;

    Joint(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// The joint of a condition; a rule alone is a group of one.
    static Joint of(Condition condition) {
        return switch (condition) {
            case Condition.AnyOf any -> ANY;
            case Condition.Not not -> NOT;
            case Condition.AllOf all -> ALL;
            case Rule rule -> ALL;
        };
    }

    /// The parts of a condition as a group shows them.
    static List<Condition> parts(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> all.parts();
            case Condition.AnyOf any -> any.parts();
            case Condition.Not(Condition.AnyOf any) -> any.parts();
            case Condition.Not not -> not.part().equals(Condition.always()) ? List.of() : List.of(not.part());
            case Rule rule -> List.of(rule);
        };
    }

    /// A group of this joint without parts.
    Condition empty() {
        return switch (this) {
            case ALL -> new Condition.AllOf(List.of());
            case ANY -> new Condition.AnyOf(List.of());
            case NOT -> new Condition.Not(Condition.always());
        };
    }

    /// The parts as one condition.
    ///
    /// @param parts  one at least
    /// @param simple whether a group of one is that one
    Condition join(List<Condition> parts, boolean simple) {
        boolean single = parts.size() == 1;
        if (single && simple && this != NOT) {
            return parts.getFirst();
        }
        return switch (this) {
            case ALL -> new Condition.AllOf(parts);
            case ANY -> new Condition.AnyOf(parts);
            case NOT -> new Condition.Not(single ? parts.getFirst() : new Condition.AnyOf(parts));
        };
    }
}
