package dev.portico.kill;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Rewrites a push source that others rewrite at the same time.
final class Rival extends Client {

    static final int ENTITIES = 40;

    private final SharedLedger ledger;
    private final PortalClient portal;
    private final String name;
    private final Random random;
    private final AtomicInteger versions = new AtomicInteger();

    Rival(SharedLedger ledger, String name, PortalClient portal, Gate gate, Journal journal, long seed) {
        super(gate, journal);
        this.ledger = ledger;
        this.portal = portal;
        this.name = name;
        this.random = new Random(seed);
    }

    @Override
    boolean act() {
        String version = "v" + versions.incrementAndGet() + "-" + name;
        String owner = "team-" + random.nextInt(7);
        Contents contents = Contents.of(IntStream.range(0, ENTITIES)
                .mapToObj(number -> new Descriptor(
                        "Component", ledger.source() + "-" + number, version, owner, java.util.List.of())));
        ledger.sent(version);
        boolean heard = heard("rival push of " + version, portal.push(ledger.source(), contents));
        if (heard) {
            ledger.acknowledged(version);
        }
        return heard;
    }
}
