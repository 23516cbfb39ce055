package dev.portico.kill;

import dev.portico.kill.Finding.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a series of kills showed.
final class KillReport {

    private final long seed;
    private final List<Round> rounds = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private String summary = "";

    KillReport(long seed) {
        this.seed = seed;
    }

    void add(Round round, Journal journal) {
        rounds.add(round);
        found(round.findings());
        summary = journal.toString();
    }

    void found(Collection<Finding> more) {
        findings.addAll(more);
    }

    void end(Journal journal) {
        summary = journal.toString();
    }

    boolean hasAny(Set<Kind> kinds) {
        return findings.stream().anyMatch(finding -> kinds.contains(finding.kind()));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("kill test: seed " + seed + ", " + rounds.size() + " kills, "
                + findings.size() + " findings; " + summary + "\n");
        Map<Victim, List<Round>> byVictim = new EnumMap<>(Victim.class);
        rounds.forEach(round -> byVictim.computeIfAbsent(round.victim(), victim -> new ArrayList<>())
                .add(round));
        byVictim.forEach(
                (victim, hits) -> text.append("  %-18s %3d times, answers again after %s ms (median), %s ms (most)%n"
                        .formatted(victim, hits.size(), millis(hits, hits.size() / 2), millis(hits, hits.size() - 1))));
        findings.forEach(finding -> text.append("  ").append(finding).append('\n'));
        return text.toString();
    }

    private static long millis(List<Round> hits, int place) {
        return hits.stream().map(Round::away).sorted().toList().get(place).toMillis();
    }

    /// One kill.
    ///
    /// @param acknowledged how many requests were acknowledged before it
    /// @param away         from the kill until a request was answered again
    /// @param inspected    how long the inspection took
    record Round(Victim victim, long acknowledged, Duration away, Duration inspected, List<Finding> findings) {}
}
