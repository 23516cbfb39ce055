package dev.portico.specification;

/// What becomes of keys and values of more than 200 characters.
public enum LongValues {
    /// As the specification says: long keys are unknown; a long value is there, but nothing finds it.
    UNSEEN,
    /// As in a catalog that is not blind to length.
    SEEN;

    private static final int LONGEST = 200;

    boolean tooLong(String text) {
        return this == UNSEEN && text.length() > LONGEST;
    }
}
