package dev.portico.catalog.internal.source;

import org.jspecify.annotations.Nullable;

/// A source, or a file of it, that cannot be read. Ingestion turns it into a problem of that place.
///
/// The message is a sentence for the owner of the source: it names the place and the remedy and holds no secret.
public final class SourceUnreadable extends RuntimeException {

    /// Why.
    public enum Reason {
        /// There is nothing there.
        MISSING,
        /// Portico does not read this, and will not next time either.
        REFUSED,
        /// It passes a limit of size, count or depth.
        TOO_LARGE,
        /// It kept changing while it was read.
        CHANGING,
        /// It asks for a credential, or does not accept the one it got.
        UNAUTHORISED,
        /// It did not answer in time, or failed.
        UNREACHABLE,
        /// It answered with what cannot be understood.
        BROKEN
    }

    private final Reason reason;
    private final String place;

    /// A failure with its place.
    ///
    /// @param place the location or target, as a person would write it
    public SourceUnreadable(Reason reason, String place, String message) {
        this(reason, place, message, null);
    }

    /// A failure with its place and cause.
    public SourceUnreadable(Reason reason, String place, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.place = place;
    }

    /// Why it cannot be read.
    public Reason reason() {
        return reason;
    }

    /// What cannot be read.
    public String place() {
        return place;
    }

    /// The message as a person should read it.
    public String sentence() {
        return java.util.Objects.requireNonNullElse(getMessage(), reason.name());
    }

    /// Whether trying again soon may succeed without anybody mending anything.
    public boolean passing() {
        return reason == Reason.CHANGING || reason == Reason.UNREACHABLE;
    }
}
