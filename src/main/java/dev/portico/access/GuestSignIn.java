package dev.portico.access;

import java.time.Duration;

/// Lets anybody in as a guest, who holds the role `guest` and nothing else. Off unless the operator switches it on.
public interface GuestSignIn {

    /// Makes a token that signs a guest in, on every node: a JWT of ES256 in the form of Backstage's user tokens.
    Token token();

    /// The public key that the tokens are signed with, as a JSON Web Key Set.
    String keys();

    /// A guest's token.
    ///
    /// @param text  what to send behind `Authorization: Bearer`
    /// @param user  the ref that stands for guests; no entity needs to have it
    /// @param counts for how long it counts
    record Token(String text, String user, Duration counts) {

        /// Without the token, so that it may be logged.
        @Override
        public String toString() {
            return "Token[user=" + user + ", counts=" + counts + "]";
        }
    }
}
