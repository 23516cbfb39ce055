package dev.portico.kill;

import dev.portico.kill.PortalClient.Answer;

/// One who works with the portal, on a thread of its own, one request after the other. After an answer that was cut
/// off it waits for the next round, so that each of its requests is either acknowledged or the last of its round.
abstract class Client implements Runnable {

    private final Gate gate;
    private final Journal journal;

    Client(Gate gate, Journal journal) {
        this.gate = gate;
        this.journal = journal;
    }

    /// Does one thing.
    ///
    /// @return false where the answer was cut off
    abstract boolean act() throws Exception;

    @Override
    public final void run() {
        int done = 0;
        try {
            while (gate.enter(done)) {
                int round = gate.round();
                boolean answered = false;
                try {
                    answered = act();
                } finally {
                    gate.leave();
                }
                done = answered ? round - 1 : round;
            }
        } catch (Exception | Error e) {
            journal.unexpected("a client broke off: " + e);
        }
    }

    /// Notes an answer.
    ///
    /// @return whether it acknowledges the request
    final boolean heard(String request, Answer answer) {
        journal.note(request, answer);
        if (answer.acknowledged()) {
            gate.count();
        } else if (!answer.inDoubt()) {
            journal.unexpected(request + " was answered with " + answer);
        }
        return answer.acknowledged();
    }

    final Gate gate() {
        return gate;
    }
}
