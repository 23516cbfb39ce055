package dev.portico.api.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts who got in and who did not, and says so in the log, once in ten seconds at most.
final class Tally {

    private static final Logger log = LoggerFactory.getLogger(Tally.class);
    private static final long BETWEEN_WARNINGS = TimeUnit.SECONDS.toNanos(10);

    private final Counter admitted;
    private final Counter overloaded;
    private final Counter tooMuch;
    private final Counter tooFast;
    private final LongAdder unsaid = new LongAdder();
    private final AtomicLong said = new AtomicLong(System.nanoTime() - BETWEEN_WARNINGS);

    Tally(MeterRegistry meters) {
        this.admitted = counter(meters, "admitted");
        this.overloaded = counter(meters, "overloaded");
        this.tooMuch = counter(meters, "too-much");
        this.tooFast = counter(meters, "too-fast");
    }

    void admitted() {
        admitted.increment();
    }

    void turnedAway(TurnedAway how) {
        switch (how) {
            case OVERLOADED -> overloaded.increment();
            case TOO_MUCH -> tooMuch.increment();
            case TOO_FAST -> tooFast.increment();
        }
        unsaid.increment();
        long last = said.get();
        long now = System.nanoTime();
        if (now - last >= BETWEEN_WARNINGS && said.compareAndSet(last, now)) {
            log.warn(
                    "More is asked than may be answered: {} requests were turned away since this was last said",
                    unsaid.sumThenReset());
        }
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("portico.api.requests")
                .description("Requests for REST by whether they got in")
                .tag("outcome", outcome)
                .register(meters);
    }
}
