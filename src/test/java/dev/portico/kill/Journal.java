package dev.portico.kill;

import dev.portico.kill.PortalClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the clients saw, counted. Thread-safe.
final class Journal {

    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int acknowledged;
    private int inDoubt;
    private Duration slowestRefusal = Duration.ZERO;

    synchronized void note(String request, Answer answer) {
        String what = request.substring(0, request.indexOf(' '));
        answers.merge(what + " " + (answer.status() == 0 ? "cut off" : answer.status()), 1, Integer::sum);
        if (answer.acknowledged()) {
            acknowledged++;
        } else {
            inDoubt++;
        }
        if (answer.status() >= 400 && answer.took().compareTo(slowestRefusal) > 0) {
            slowestRefusal = answer.took();
        }
    }

    synchronized void unexpected(String what) {
        findings.add(new Finding(Finding.Kind.UNEXPECTED, what));
    }

    /// What was unexpected since the last call.
    synchronized List<Finding> findings() {
        List<Finding> taken = List.copyOf(findings);
        findings.clear();
        return taken;
    }

    synchronized int acknowledged() {
        return acknowledged;
    }

    synchronized int inDoubt() {
        return inDoubt;
    }

    @Override
    public synchronized String toString() {
        return acknowledged + " requests acknowledged, " + inDoubt + " in doubt; slowest refusal "
                + slowestRefusal.toMillis() + " ms; " + answers;
    }
}
