package dev.portico;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for a condition, for tests of what happens by itself soon.
public final class Eventually {

    private static final Duration STEP = Duration.ofMillis(20);

    private Eventually() {}

    /// Returns as soon as the condition holds.
    ///
    /// @throws AssertionError when it does not hold within the time
    public static void holds(Duration within, String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + within.toMillis() + " ms: " + what);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /// Returns as soon as the assertions pass; their last failure is thrown when they do not within the time.
    public static void passes(Duration within, ThrowingAssertions assertions) throws Exception {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            try {
                assertions.check();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /// Assertions that may throw what they like.
    @FunctionalInterface
    public interface ThrowingAssertions {
        void check() throws Exception;
    }
}
