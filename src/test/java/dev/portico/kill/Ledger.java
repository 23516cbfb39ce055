package dev.portico.kill;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the client of a source knows of it: the states that it may be in. Exactly one while nothing is under way.
final class Ledger implements Witness {

    private static final int REMEMBERED = 30;

    private final String name;
    private final Deque<Contents> past = new ArrayDeque<>();
    private List<SourceState> possible = List.of(SourceState.NEVER);
    private List<SourceState> before = possible;
    private @Nullable Contents target;
    private boolean promised;

    Ledger(String name) {
        this.name = name;
    }

    @Override
    public String source() {
        return name;
    }

    /// The state the source is in, or the one it was in when something began whose end is not known.
    synchronized SourceState state() {
        return possible.getFirst();
    }

    /// Whether a run is still to come, or may be.
    synchronized boolean unsettled() {
        return possible.size() > 1;
    }

    @Override
    public synchronized boolean waits() {
        return promised && unsettled();
    }

    /// A request is about to be sent.
    synchronized void sent(Effect effect) {
        before = possible;
        target = effect.target();
        promised = false;
        Set<SourceState> states = new LinkedHashSet<>(before);
        before.forEach(state -> states.addAll(effect.onTheWay().apply(state)));
        before.forEach(state -> states.addAll(effect.after().apply(state)));
        possible = List.copyOf(states);
    }

    /// The request was acknowledged.
    synchronized void acknowledged(Effect effect) {
        Set<SourceState> states = new LinkedHashSet<>();
        before.forEach(state -> states.addAll(effect.after().apply(state)));
        before.forEach(state -> remember(state.contents()));
        possible = List.copyOf(states);
        promised = effect.target() != null;
    }

    /// A client has seen that the source holds what it was to hold.
    synchronized void reached() {
        possible = possible.stream()
                .filter(state -> state.contents().equals(target))
                .toList();
        before.forEach(state -> remember(state.contents()));
        before = possible;
        promised = false;
    }

    @Override
    public synchronized List<Finding> judge(Observed observed) {
        List<String> fewest = List.of();
        for (SourceState state : possible) {
            List<String> differences = observed.differences(state);
            if (differences.isEmpty()) {
                found(state);
                return List.of();
            }
            fewest = fewest.isEmpty() || differences.size() < fewest.size() ? differences : fewest;
        }
        return List.of(new Finding(kind(observed), "the source " + name + ": " + String.join("; ", fewest)));
    }

    private Finding.Kind kind(Observed observed) {
        if (possible.stream().anyMatch(observed::exceeds)) {
            return Finding.Kind.DOUBLED;
        }
        return past.stream().anyMatch(observed::holds) ? Finding.Kind.LOST : Finding.Kind.HALF_DONE;
    }

    /// A run that was to come may still come.
    private void found(SourceState state) {
        before = List.of(state);
        Contents coming = target;
        boolean open = state.present() && coming != null && !state.contents().equals(coming);
        possible = open && coming != null
                ? List.of(state, state.ran(coming, "schedule"), state.ran(coming, "refresh"))
                : List.of(state);
        promised = promised && open;
    }

    private void remember(Contents contents) {
        past.addLast(contents);
        if (past.size() > REMEMBERED) {
            past.removeFirst();
        }
    }
}
