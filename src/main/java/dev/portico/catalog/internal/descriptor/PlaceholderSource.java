package dev.portico.catalog.internal.descriptor;

/// Answers placeholders such as `$text: ./openapi.yaml` with the bytes they name.
///
/// The caller implements it and confines it: a target is whatever stood in the descriptor, absolute or relative to
/// the descriptor's location, and is not to be trusted.
@FunctionalInterface
public interface PlaceholderSource {

    /// The content of the target.
    ///
    /// @throws Unreadable when it cannot or may not be read; the message becomes part of a problem
    byte[] read(String target) throws Unreadable;

    /// A source that refuses every target, for descriptors that were pushed and have no surroundings.
    static PlaceholderSource none() {
        return target -> {
            throw new Unreadable("nothing can be read from where this descriptor came from");
        };
    }

    /// Why a target was not read.
    final class Unreadable extends Exception {

        /// @param message the reason, worded to follow a colon; safe to show to whoever sees the descriptor
        public Unreadable(String message) {
            super(message, null, false, false);
        }

        /// The reason.
        public String reason() {
            return java.util.Objects.requireNonNullElse(getMessage(), "no reason given");
        }
    }
}
