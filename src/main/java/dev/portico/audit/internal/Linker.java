package dev.portico.audit.internal;

import dev.portico.storage.PorticoHome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Has committed rows linked, soon after they are committed. Each node tries; whoever holds the chain's row does it.
///
/// It wakes when this node commits, gathers for a moment what others commit, and looks twice a second in any case for
/// what a node that died has left.
@Component
public final class Linker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Linker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GATHER = Duration.ofMillis(150);
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(5);

    private final Chain chain;
    private final TransactionOperations transactions;
    private final HeadFile file;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private boolean failing;
    private boolean vouched;
    private @Nullable Head known;
    private @Nullable Head written;
    private long noted;
    private boolean cut;

    Linker(Chain chain, TransactionOperations transactions, PorticoHome home) {
        this.chain = chain;
        this.transactions = transactions;
        this.file = HeadFile.of(home);
    }

    /// Says that this node has committed rows.
    public void lookSoon() {
        wake.release();
    }

    @Override
    public void start() {
        running = true;
        known = file.read().orElse(null);
        written = known;
        noted = System.nanoTime() - BETWEEN_NOTES.toNanos();
        Thread.ofVirtual().name("audit-linker").start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        wake.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        while (running) {
            try {
                if (wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    LockSupport.parkNanos(GATHER.toNanos());
                    wake.drainPermits();
                }
                while (running && chain.isWaited() && step()) {
                    failing = false;
                }
                failing = false;
                note();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                if (!failing && running) {
                    log.warn("The audit trail cannot be linked; it is tried again", e);
                }
                failing = true;
            }
        }
    }

    /// Links once.
    ///
    /// @return whether to go on: nobody else is at it, and something was linked
    private boolean step() {
        Optional<Head> end = Optional.ofNullable(transactions.execute(status -> {
            if (!chain.take()) {
                return null;
            }
            if (!vouched) {
                chain.vouch();
                vouched = true;
            }
            if (!cut && known != null && !chain.has(known)) {
                cut = true;
                log.error(
                        "The audit trail once had the row and link {}, and has not any more: it was cut or rewritten."
                                + " Run ./portico audit verify; after a restore of a backup, delete {}",
                        known,
                        file.path());
            }
            return chain.link().orElse(null);
        }));
        end.filter(head -> !cut).ifPresent(head -> known = head);
        return end.isPresent();
    }

    private void note() {
        Head last = known;
        if (last != null && !last.equals(written) && System.nanoTime() - noted > BETWEEN_NOTES.toNanos()) {
            noted = System.nanoTime();
            written = last;
            file.write(last);
        }
    }
}
