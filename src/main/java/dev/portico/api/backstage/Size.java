package dev.portico.api.backstage;

/// Counts the tests in one question, so that none grows without end.
final class Size {

    private static final int MOST = 1_000;

    private final String what;
    private int tests;

    /// @param what what holds the tests: `filter`, `query`
    Size(String what) {
        this.what = what;
    }

    void count() {
        if (++tests > MOST) {
            throw InputError.of("Invalid " + what + ": it has more than " + MOST + " tests");
        }
    }
}
