package dev.portico.catalog.internal.source;

import java.util.Objects;
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
    private final String allowed;

    /// A failure with its place.
    ///
    /// @param place the location or target, as a person would write it
    public SourceUnreadable(Reason reason, String place, String message) {
        this(reason, place, message, null, usual(reason));
    }

    /// A failure with its place and cause.
    public SourceUnreadable(Reason reason, String place, String message, @Nullable Throwable cause) {
        this(reason, place, message, cause, usual(reason));
    }

    private SourceUnreadable(Reason reason, String place, String message, @Nullable Throwable cause, String allowed) {
        super(message, cause);
        this.reason = reason;
        this.place = place;
        this.allowed = allowed;
    }

    /// The same failure, saying what may stand there instead.
    public SourceUnreadable allowing(String instead) {
        return new SourceUnreadable(reason, place, words(), getCause(), instead);
    }

    /// Why it cannot be read.
    public Reason reason() {
        return reason;
    }

    /// What cannot be read.
    public String place() {
        return place;
    }

    /// What may stand there instead.
    public String allowed() {
        return allowed;
    }

    /// The message as a person should read it, with a full stop.
    public String sentence() {
        return words() + '.';
    }

    /// The message without its full stop, to go on from.
    public String words() {
        String message = Objects.requireNonNullElse(getMessage(), reason.name());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    /// Whether trying again soon may succeed without anybody mending anything.
    public boolean passing() {
        return reason == Reason.CHANGING || reason == Reason.UNREACHABLE;
    }

    private static String usual(Reason reason) {
        return switch (reason) {
            case MISSING -> "the place of a file that is there";
            case REFUSED -> "a place that this source may read";
            case TOO_LARGE -> "what stays within the limits of portico.sources";
            case CHANGING -> "a file that stays as it is while it is read";
            case UNAUTHORISED -> "what can be read without a credential, or with that of the source";
            case UNREACHABLE -> "what can be read within portico.sources.file-timeout";
            case BROKEN -> "the place of a descriptor, YAML or JSON";
        };
    }
}
