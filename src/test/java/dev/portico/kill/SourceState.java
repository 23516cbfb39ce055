package dev.portico.kill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A state that a source may be in, and how it came there.
///
/// @param present   whether a source of the name is registered
/// @param contents  what it holds
/// @param trail     the audit rows about it since ever, oldest first
/// @param revisions how many revisions its entities have had since ever
/// @param runs      how many runs that wrote it had since it was registered
/// @param known     the ids of those runs that a client was told
record SourceState(boolean present, Contents contents, List<String> trail, int revisions, int runs, Set<UUID> known) {

    static final SourceState NEVER = new SourceState(false, Contents.NOTHING, List.of(), 0, 0, Set.of());

    SourceState {
        trail = List.copyOf(trail);
        known = Set.copyOf(known);
    }

    SourceState registered() {
        return present ? this : new SourceState(true, contents, trail("register"), revisions, 0, Set.of());
    }

    /// The state after a run that finds these contents.
    SourceState ran(Contents next, String trigger) {
        Contents.Counts counts = next.since(contents);
        if (counts.none()) {
            return this;
        }
        return new SourceState(
                true,
                next,
                trail(run(trigger, counts)),
                revisions + counts.created() + counts.changed(),
                runs + 1,
                known);
    }

    SourceState removed() {
        return present ? new SourceState(false, Contents.NOTHING, trail("remove"), revisions, 0, Set.of()) : this;
    }

    /// The same state, once a client was told the id of the run that led to it.
    SourceState knowing(UUID run) {
        Set<UUID> more = new HashSet<>(known);
        more.add(run);
        return new SourceState(present, contents, trail, revisions, runs, more);
    }

    static String run(String trigger, Contents.Counts counts) {
        return "run by " + trigger + ": " + counts.created() + " created, " + counts.changed() + " changed, "
                + counts.removed() + " removed";
    }

    private List<String> trail(String next) {
        List<String> longer = new ArrayList<>(trail);
        longer.add(next);
        return longer;
    }
}
