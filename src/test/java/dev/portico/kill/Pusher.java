package dev.portico.kill;

import dev.portico.kill.PortalClient.Answer;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Pushes what its source is to hold, again and again; sometimes the same once more, and sometimes it removes the
/// source.
final class Pusher extends Client {

    private static final int MOST_ENTITIES = 300;

    private final Ledger ledger;
    private final PortalClient portal;
    private final Journal journal;
    private final Random random;
    private final Inventor inventor;

    Pusher(Ledger ledger, PortalClient portal, Gate gate, Journal journal, long seed) {
        super(gate, journal);
        this.ledger = ledger;
        this.portal = portal;
        this.journal = journal;
        this.random = new Random(seed);
        this.inventor = new Inventor(ledger.source(), random);
    }

    @Override
    boolean act() {
        SourceState state = ledger.state();
        int dice = random.nextInt(20);
        if (dice == 0 && state.present()) {
            return remove();
        }
        boolean again = dice == 1 && !state.contents().byRef().isEmpty();
        Contents contents = again ? state.contents() : inventor.next(state.contents(), MOST_ENTITIES);
        ledger.sent(Effect.push(contents, null));
        Answer answer = portal.push(ledger.source(), contents);
        if (!heard("push to " + ledger.source(), answer)) {
            return false;
        }
        JsonNode run = answer.json();
        int wrote = run.path("created").asInt()
                + run.path("changed").asInt()
                + run.path("removed").asInt();
        if (again && wrote > 0) {
            journal.unexpected("pushing the same again to " + ledger.source() + " wrote: " + answer);
        }
        ledger.acknowledged(Effect.push(contents, UUID.fromString(run.path("id").asString())));
        return true;
    }

    private boolean remove() {
        ledger.sent(Effect.remove());
        boolean heard = heard("remove " + ledger.source(), portal.remove(ledger.source()));
        if (heard) {
            ledger.acknowledged(Effect.remove());
        }
        return heard;
    }
}
