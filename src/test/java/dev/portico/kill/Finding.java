package dev.portico.kill;

/// Something that must not be.
record Finding(Kind kind, String what) {

    enum Kind {
        /// What was acknowledged is not there.
        LOST,
        /// Something is there twice.
        DOUBLED,
        /// A part of what belongs together is there, another part is not.
        HALF_DONE,
        /// What belongs together is there, and was written in more than one transaction.
        TORN,
        /// The portal answered something that no client can make sense of, or not at all.
        UNEXPECTED
    }

    @Override
    public String toString() {
        return kind + ": " + what;
    }
}
