package dev.portico.search.internal;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/// Until when a question to the index has to be answered. Whatever goes over many documents, terms or texts for one
/// asks now and then whether it is late.
final class Deadline {

    private static final ScopedValue<Long> UNTIL = ScopedValue.newInstance();

    /// Asks in Lucene's own loops.
    static final QueryTimeout LUCENE = () -> {
        check();
        return false;
    };

    private Deadline() {}

    /// Carries something out that has to be done in time. Within another one, the earlier deadline counts.
    ///
    /// @throws Passed where it is not
    static <R, X extends Throwable> R within(Duration patience, ScopedValue.CallableOp<? extends R, X> question)
            throws X {
        long until = System.nanoTime() + patience.toNanos();
        boolean earlier = UNTIL.isBound() && UNTIL.get() - until < 0;
        return earlier ? question.call() : ScopedValue.where(UNTIL, until).call(question);
    }

    /// Passes where there is time left, and everywhere outside of a question.
    ///
    /// @throws Passed where there is none
    static void check() {
        if (UNTIL.isBound() && System.nanoTime() - UNTIL.get() >= 0) {
            throw new Passed();
        }
    }

    /// The time is over.
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Passed() {
            super("A question to the search index took too long", null, false, false);
        }
    }
}
