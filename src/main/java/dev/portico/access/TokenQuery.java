package dev.portico.access;

/// Which tokens are meant.
///
/// @param text  what stands in the token's name, in the name of its owner, or at the beginning of its text; empty for
///              any
/// @param kind  whether they act as an account or have roles of their own
/// @param state what has become of them
/// @param space a space that they are limited to, be it among others; empty for any
/// @param owner the name of the account that they act as; empty for any
public record TokenQuery(String text, Kind kind, State state, String space, String owner) {

    /// All of them.
    public static final TokenQuery ALL = new TokenQuery("", Kind.ANY, State.ANY, "", "");

    /// How soon a token ends that is about to.
    public static final int SOON_DAYS = 14;

    /// Whom they act as.
    public enum Kind {
        /// Both.
        ANY,
        /// They act as an account.
        PERSONAL,
        /// They have roles of their own.
        SERVICE
    }

    /// What has become of them.
    public enum State {
        /// They count.
        LIVING,
        /// They count, and end within [#SOON_DAYS] days.
        ENDING,
        /// They count, and were never used.
        UNUSED,
        /// Their time is over.
        OVER,
        /// They were revoked before that.
        REVOKED,
        /// Whatever it is.
        ANY
    }
}
