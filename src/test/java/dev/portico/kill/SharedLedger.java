package dev.portico.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// What several clients know together of one push source that each of them rewrites whole.
///
/// Their pushes overtake each other, so many states are possible. All the same the source holds one push and
/// nothing of another, and not one that had been acknowledged before another acknowledged one began.
final class SharedLedger implements Witness {

    private final String name;
    private final int entities;
    private final Map<String, Push> pushes = new ConcurrentHashMap<>();

    /// @param entities how many entities each push holds, always the same ones
    SharedLedger(String name, int entities) {
        this.name = name;
        this.entities = entities;
    }

    @Override
    public String source() {
        return name;
    }

    @Override
    public boolean waits() {
        return false;
    }

    /// A push is about to be sent, all of whose entities are of this version.
    void sent(String version) {
        pushes.put(version, new Push(System.nanoTime(), Long.MAX_VALUE));
    }

    void acknowledged(String version) {
        pushes.computeIfPresent(version, (key, push) -> new Push(push.sent, System.nanoTime()));
    }

    @Override
    public List<Finding> judge(Observed observed) {
        List<Finding> findings = new ArrayList<>();
        List<String> versions = observed.descriptions().values().stream()
                .map(description -> description.substring(description.lastIndexOf(' ') + 1))
                .distinct()
                .toList();
        long acknowledged =
                pushes.values().stream().filter(Push::isAcknowledged).count();
        if (versions.isEmpty() && acknowledged == 0) {
            return findings;
        }
        if (versions.size() != 1 || observed.descriptions().size() != entities) {
            findings.add(new Finding(
                    Finding.Kind.HALF_DONE,
                    "the source " + name + " holds " + observed.descriptions().size() + " of " + entities
                            + " entities, of the pushes " + new TreeSet<>(versions)));
        } else {
            overtaken(versions.getFirst(), findings);
        }
        long runs = observed.trail().stream()
                .filter(row -> row.startsWith("run by push"))
                .count();
        if (runs < acknowledged) {
            findings.add(new Finding(
                    Finding.Kind.LOST,
                    "the source " + name + " has " + runs + " audit rows for " + acknowledged
                            + " acknowledged pushes"));
        }
        if (runs > pushes.size() || observed.revisions() != runs * entities) {
            findings.add(new Finding(
                    Finding.Kind.DOUBLED,
                    "the source " + name + " has " + runs + " audit rows and " + observed.revisions() + " revisions of "
                            + entities + " entities for " + pushes.size() + " pushes"));
        }
        return findings;
    }

    private void overtaken(String version, List<Finding> findings) {
        Push held = pushes.get(version);
        if (held == null
                || pushes.values().stream().anyMatch(push -> push.isAcknowledged() && push.sent > held.acknowledged)) {
            findings.add(new Finding(
                    Finding.Kind.LOST,
                    "the source " + name + " holds the push " + version
                            + ", which was acknowledged before another began that was acknowledged too"));
        }
    }

    private record Push(long sent, long acknowledged) {

        boolean isAcknowledged() {
            return acknowledged != Long.MAX_VALUE;
        }
    }
}
