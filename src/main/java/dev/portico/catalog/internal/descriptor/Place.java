package dev.portico.catalog.internal.descriptor;

/// A place in a file, packed into one long: line in the upper half, column in the lower, both from 1.
final class Place {

    private Place() {}

    static long of(int line, int column) {
        return ((long) line << 32) | column;
    }

    static int line(long place) {
        return (int) (place >>> 32);
    }

    static int column(long place) {
        return (int) place;
    }
}
