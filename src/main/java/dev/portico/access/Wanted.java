package dev.portico.access;

import dev.portico.kernel.Thing;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a rule asks of a thing: one of some values at one place. The only definition of what a rule means: things in
/// memory are held against it, and the index compiles it.
///
/// @param comparison how values are compared
/// @param path       where the thing's values are; empty for its id
/// @param values     those wanted; none where any value will do
public record Wanted(Comparison comparison, String path, Set<String> values) {

    /// Where a right may ask whether there is any value at all. The index keeps a term for it.
    private static final List<String> PRESENT = List.of(Rule.LABELS, Rule.ANNOTATIONS);

    /// Where a right ignores case. The index keeps a term for it.
    private static final Set<String> FOLDED = Set.of(Rule.KIND, Rule.NAMESPACE);

    /// How values are compared.
    public enum Comparison {
        /// The thing's id is one of the values.
        ID,
        /// A value of the thing is one of the values, as written.
        EXACT,
        /// A value of the thing is one of the values, whatever its case; the values are in lower case.
        FOLDED,
        /// The thing has a value.
        PRESENT
    }

    public Wanted {
        values = Set.copyOf(values);
    }

    static Wanted id(Set<String> ids) {
        return new Wanted(Comparison.ID, "", ids);
    }

    static Wanted exact(String path, Set<String> values) {
        return new Wanted(Comparison.EXACT, path, values);
    }

    static Wanted folded(String path, Set<String> values) {
        return new Wanted(Comparison.FOLDED, path, values);
    }

    static Wanted present(String path) {
        return new Wanted(Comparison.PRESENT, path, Set.of());
    }

    /// Whether a rule may compare values at this path whatever their case.
    public static boolean mayFold(String path) {
        return FOLDED.contains(path);
    }

    /// Whether a rule may ask if there is a value at this path.
    public static boolean mayAskPresence(String path) {
        return PRESENT.stream().anyMatch(path::startsWith);
    }

    /// A value as it is compared where case is ignored.
    public static String folded(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    /// Whether the thing has what is wanted.
    boolean in(Thing thing) {
        return switch (comparison) {
            case ID -> values.contains(thing.id());
            case EXACT -> any(thing.values(path), false);
            case FOLDED -> any(thing.values(path), true);
            case PRESENT -> !thing.values(path).isEmpty();
        };
    }

    /// What the thing has there.
    public Collection<String> seen(Thing thing) {
        return comparison == Comparison.ID ? List.of(thing.id()) : thing.values(path);
    }

    private boolean any(Collection<String> seen, boolean folded) {
        for (String value : seen) {
            if (values.contains(folded ? folded(value) : value)) {
                return true;
            }
        }
        return false;
    }
}
