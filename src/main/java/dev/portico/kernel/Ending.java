package dev.portico.kernel;

/// How a part of the portal ends while others do: in a thread of its own, so that what hangs there, such as a database
/// that does not answer, holds nothing else up.
public final class Ending {

    private Ending() {}

    /// Ends a part beside all others. Returns at once.
    ///
    /// @param part what ends, as its thread is called
    /// @param end  ends it
    /// @param told is run once it has ended, and also where it failed
    public static void beside(String part, Runnable end, Runnable told) {
        Thread.ofVirtual().name(part + "-stop").start(() -> {
            try {
                end.run();
            } finally {
                told.run();
            }
        });
    }
}
