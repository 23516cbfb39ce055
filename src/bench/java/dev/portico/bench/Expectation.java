package dev.portico.bench;

/// What has to be so, for a figure to mean anything.
final class Expectation {

    private Expectation() {}

    /// @param what what is expected, as the end of a sentence
    /// @param got  what there is instead
    static void check(boolean right, String what, Object got) {
        if (!right) {
            throw new IllegalStateException("The benchmark expects that " + what + ", but got " + got);
        }
    }
}
