package dev.portico.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// What the tables say of one source.
///
/// @param present      whether it is registered
/// @param descriptions the descriptions of its entities by ref
/// @param relations    the relations that its entities emit, each as `source type target`
/// @param trail        the audit rows about it, oldest first
/// @param revisions    how many revisions there are of its entities
/// @param runs         how many runs that wrote are kept
/// @param kept         how many runs are kept in all; old ones are deleted
/// @param runIds       the ids of the runs kept
record Observed(
        boolean present,
        Map<String, String> descriptions,
        Set<String> relations,
        List<String> trail,
        int revisions,
        int runs,
        int kept,
        Set<UUID> runIds) {

    private static final int KEPT_RUNS = 100;
    private static final int SHOWN = 4;

    boolean holds(Contents contents) {
        return descriptions.equals(descriptions(contents));
    }

    /// Whether the source holds what it should, and more was written on the way there.
    boolean exceeds(SourceState state) {
        return holds(state.contents())
                && (trail.size() > state.trail().size() || revisions > state.revisions() || runs > state.runs());
    }

    /// In what this differs from a state; nothing where it does not.
    List<String> differences(SourceState state) {
        List<String> differences = new ArrayList<>();
        if (present != state.present()) {
            differences.add(present ? "it is registered" : "it is not registered");
        }
        entities(descriptions(state.contents()), differences);
        Set<String> expected = new TreeSet<>();
        state.contents().byRef().values().forEach(descriptor -> expected.addAll(descriptor.relations()));
        members("relation", expected, relations, differences);
        if (!trail.equals(state.trail())) {
            differences.add("its audit rows are " + tail(trail) + ", not " + tail(state.trail()));
        }
        if (revisions != state.revisions()) {
            differences.add("it has " + revisions + " revisions, not " + state.revisions());
        }
        if (kept < KEPT_RUNS && runs != state.runs()) {
            differences.add("it has " + runs + " runs that wrote, not " + state.runs());
        }
        if (kept < KEPT_RUNS && !runIds.containsAll(state.known())) {
            differences.add("a run that was acknowledged is missing");
        }
        return differences;
    }

    private void entities(Map<String, String> expected, List<String> differences) {
        members("entity", expected.keySet(), descriptions.keySet(), differences);
        List<String> other = expected.keySet().stream()
                .filter(descriptions::containsKey)
                .filter(ref -> !Objects.equals(expected.get(ref), descriptions.get(ref)))
                .toList();
        if (!other.isEmpty()) {
            differences.add(other.size() + " entities are of another version: " + first(other));
        }
    }

    private static void members(String what, Set<String> expected, Set<String> found, List<String> differences) {
        List<String> missing =
                expected.stream().filter(one -> !found.contains(one)).toList();
        List<String> surplus =
                found.stream().filter(one -> !expected.contains(one)).toList();
        if (!missing.isEmpty()) {
            differences.add(missing.size() + " of " + expected.size() + " missing (" + what + "): " + first(missing));
        }
        if (!surplus.isEmpty()) {
            differences.add(surplus.size() + " too many (" + what + "): " + first(surplus));
        }
    }

    private static Map<String, String> descriptions(Contents contents) {
        Map<String, String> descriptions = new TreeMap<>();
        contents.byRef().forEach((ref, descriptor) -> descriptions.put(ref, descriptor.description()));
        return descriptions;
    }

    private static String first(List<String> all) {
        return all.size() <= SHOWN ? all.toString() : all.subList(0, SHOWN) + " …";
    }

    private static String tail(List<String> trail) {
        return trail.size() <= SHOWN ? trail.toString() : "… " + trail.subList(trail.size() - SHOWN, trail.size());
    }
}
